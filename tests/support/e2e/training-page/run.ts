/** A short training run on strokes: the same code in Node and in a browser's worker. */
import { trainGlo } from '../../../../training/methods/glo/train.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { digitShape } from '../../digit-shape.ts';

export interface ShortRun {
  readonly losses: number[];
  readonly contentCodes: number[];
}

/** The caller has started the wasm backend. */
export function shortRun(): ShortRun {
  const { images, labels } = makeStrokes({ seed: 'a short run', numImages: 64 });
  const rate = { generator: 1e-3, classCodes: 1e-2, contentCodes: 1e-2 };
  const config = {
    preset: 'lord',
    seed: 5,
    numEpochs: 3,
    batchSize: 32,
    loss: 'l1+l2',
    contentNoiseStd: 0.3,
    contentDecay: 0,
    codeInitStd: 0.05,
    learningRates: rate,
    contentWhitening: 'none',
    guidance: null,
    mistake: null,
  } as const;
  const epochs = [
    ...trainGlo({
      dims: { classDim: 4, contentDim: 4, ...digitShape },
      config,
      images,
      labels,
      numClasses: 10,
    }),
  ];
  return {
    losses: epochs.map(({ loss }) => loss),
    contentCodes: Array.from(epochs[epochs.length - 1].model.contentCodes),
  };
}
