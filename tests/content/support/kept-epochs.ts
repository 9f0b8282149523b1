/**
 * What the runs do that keep earlier epochs: a hundred contents in all ten classes, drawn after each of these epochs and after the
 * last, by the files that the page draws from.
 */
import { type GloManifest, withFirstImages } from '../../../src/contract/families/glo.ts';
import { buildClassifier, predictClasses } from '../../../src/networks/classifier/classifier.ts';
import { transfers } from '../../../src/networks/generator/codes.ts';
import { imageSize, numPixels } from '../../support/digit-shape.ts';
import { buildPredictor } from '../../../src/networks/generator/predictor.ts';
import { startWasmBackend } from '../../../src/networks/blocks/wasm-backend.ts';
import { correlation } from '../../../src/numerics/correlation.ts';
import { imageMoments } from '../../../src/numerics/image-moments.ts';
import { readManifest } from '../../../src/components/build/manifests.ts';
import { readClassifier } from '../../../training/methods/classifier/files/read-classifier.ts';
import type { GloModel } from '../../../training/methods/glo/model.ts';
import { readModel } from '../../support/stored-model.ts';

export interface KeptEpoch {
  readonly epoch: number;
  /**
   * How alike a content is in all classes: the correlation over contents between what two classes make of them, mean over pairs of
   * classes.
   */
  readonly agreement: { readonly ink: number; readonly slant: number };
  /** Standard deviation over contents, mean over pixels and classes. */
  readonly spread: number;
  /** Transfers to another class than the image's own: how many, and how many of them the judge reads as asked. */
  readonly numTransfers: number;
  readonly numObeyed: number;
}

/** In the order of epochs. @throws Error when the run keeps none. */
export async function keptEpochs(id: string): Promise<readonly KeptEpoch[]> {
  await startWasmBackend();
  const manifest = readManifest(id);
  const { training, files, snapshots } = manifest;
  if (!snapshots) throw new Error(`${id} keeps no earlier epochs.`);
  const { config, parameters } = await readClassifier('public/models/classifier-mnist-judge');
  const judge = buildClassifier(config, parameters);
  const read = (ink: Float32Array) => predictClasses(judge.classify(ink));
  const { numImages } = snapshots;
  const finished = { epoch: training.numEpochs, ...files, numImages: manifest.dataset.numImages };
  const stops = [...snapshots.epochs.map((each) => ({ ...each, numImages })), finished];
  const found = stops.map(({ epoch, ...stored }) => ({
    epoch,
    ...measure(manifest, readModel(manifest, stored), numImages, read),
  }));
  judge.dispose();
  return found;
}

function measure(
  { dataset, model }: GloManifest,
  { dims, parameters, contentCodes, classCodes }: GloModel,
  numContents: number,
  read: (ink: Float32Array) => ArrayLike<number>,
): Omit<KeptEpoch, 'epoch'> {
  const parts = { dataset: withFirstImages(dataset, contentCodes.length / dims.contentDim), model };
  const source = { manifest: parts, contentCodes, classCodes };
  const predictor = buildPredictor(dims, parameters);
  const contents = Array.from({ length: numContents }, (_, image) => image);
  const classes = Array.from({ length: model.numClasses }, (_, label) => label);
  let [numTransfers, numObeyed, spread] = [0, 0, 0];
  const moments = classes.map((label) => {
    const ink = predictor.predict(transfers(source, { contents, classes: [label] }));
    const digits = read(ink);
    for (const image of contents) {
      if (Number(dataset.labels[image]) === label) continue;
      numTransfers += 1;
      if (digits[image] === label) numObeyed += 1;
    }
    spread += meanSpread(ink, numContents) / classes.length;
    return contents.map((i) => imageMoments(ink.subarray(i * numPixels, (i + 1) * numPixels), imageSize));
  });
  predictor.dispose();
  const agreement = (name: 'ink' | 'slant'): number => {
    const columns = moments.map((each) => each.map((moment) => moment[name]));
    const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b) => correlation(a, b)));
    return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
  };
  return {
    agreement: { ink: agreement('ink'), slant: agreement('slant') },
    spread,
    numTransfers,
    numObeyed,
  };
}

function meanSpread(ink: Float32Array, count: number): number {
  let total = 0;
  for (let pixel = 0; pixel < numPixels; pixel++) {
    const values = Array.from({ length: count }, (_, i) => ink[i * numPixels + pixel]);
    const mean = values.reduce((sum, each) => sum + each, 0) / count;
    total += Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / count);
  }
  return total / numPixels;
}
