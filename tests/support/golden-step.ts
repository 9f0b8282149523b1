/** The exact reference training step (tests/fixtures/README.md), rearranged from PyTorch's layouts into ours. */
import {
  trainableNames,
  type GeneratorParameters,
  type TrainableName,
} from '../../src/networks/generator/generator.ts';
import type { GloModel } from '../../training/methods/glo/model.ts';
import type { Batch } from '../../training/methods/glo/batches.ts';
import { digitShape } from './digit-shape.ts';
import { openGolden } from './golden-file.ts';
import { toPhases } from '../../src/networks/blocks/pixel-phases.ts';

const step = openGolden('generator-step.safetensors');
export const { tensor: golden, transposed } = step;

export const goldenLosses = {
  l1: step.scalar('l1'),
  l2: step.scalar('l2'),
  loss: step.scalar('loss'),
};
export const goldenDims = { classDim: 25, contentDim: 25, ...digitShape };
export const goldenRates = { generator: 1e-3, classCodes: 1e-3, contentCodes: 1e-3 };

/** One parameter (prefix `param`, `grad` or `adam1`) in our layout. */
export function goldenParameter(prefix: string, name: TrainableName): Float32Array<ArrayBuffer> {
  const key = `${prefix}.${name}`;
  if (name.startsWith('convT') && name.endsWith('weight')) return transposed(key, [2, 3, 0, 1]);
  const values = golden(key).shape.length === 2 ? transposed(key, [1, 0]) : golden(key).values.slice();
  if (!name.startsWith('dense3')) return values;
  // 400 = 16 channels × 5 × 5 in PyTorch, 5 × 5 × 16 channels here.
  return values.map((_, i) => {
    const [row, column] = [i - (i % 400), i % 400];
    return values[row + (column % 16) * 25 + Math.floor(column / 16)];
  });
}

export const goldenParameters = (prefix: 'param' | 'grad' | 'adam1'): Record<TrainableName, Float32Array> =>
  Object.fromEntries(trainableNames.map((name) => [name, goldenParameter(prefix, name)])) as Record<
    TrainableName,
    Float32Array
  >;

/** A fresh model before the step. */
export const goldenModel = (): GloModel => ({
  dims: goldenDims,
  parameters: {
    ...goldenParameters('param'),
    'batchNorm.runningMean': new Float32Array(16),
    'batchNorm.runningVar': new Float32Array(16).fill(1),
  } satisfies GeneratorParameters,
  classCodes: golden('in.classCodes').values.slice(),
  contentCodes: golden('in.contentCodes').values.slice(),
});

export const goldenBatch: Batch = {
  images: Uint32Array.from({ length: 8 }, (_, i) => i),
  labels: Uint8Array.from(golden('in.labels').values),
  targets: toPhases(digitShape, golden('in.target').values),
  noise: golden('in.noise').values,
};

/** The class code of each image of the batch, [8 × 25]. */
export const goldenClassRows = ({ classCodes }: GloModel): Float32Array =>
  Float32Array.from(
    Array.from(goldenBatch.labels).flatMap((l) => Array.from(classCodes.subarray(l * 25, l * 25 + 25))),
  );
