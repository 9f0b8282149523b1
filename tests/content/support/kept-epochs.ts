/**
 * What the runs do that keep earlier epochs: a hundred contents in all ten classes, drawn after each of these epochs and after the
 * last, by the files that the page draws from.
 */
import { readFileSync } from 'node:fs';
import { codeShapes } from '../../../src/contract/layouts.ts';
import { withFirstImages, type Manifest } from '../../../src/contract/manifest.ts';
import { buildClassifier, readDigits } from '../../../src/networks/classifier.ts';
import { transfers } from '../../../src/networks/codes.ts';
import { generatorShapes, imageSize, numPixels } from '../../../src/networks/generator.ts';
import { buildPredictor } from '../../../src/networks/predictor.ts';
import { readTensors, requireTensors } from '../../../src/networks/tensors-file.ts';
import { startWasmBackend } from '../../../src/networks/wasm-backend.ts';
import { correlation } from '../../../src/numerics/correlation.ts';
import { imageMoments } from '../../../src/numerics/image-moments.ts';
import { readManifest } from '../../../src/components/build/manifests.ts';
import { readClassifier } from '../../../training/export/read-classifier.ts';

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

const models = 'public/models';

/** In the order of epochs. @throws Error when the run keeps none. */
export async function keptEpochs(id: string): Promise<readonly KeptEpoch[]> {
  await startWasmBackend();
  const manifest = readManifest(id);
  const { training, files, snapshots } = manifest;
  if (!snapshots) throw new Error(`${id} keeps no earlier epochs.`);
  const { config, parameters } = await readClassifier(`${models}/classifier-mnist-judge`);
  const judge = buildClassifier(config, parameters);
  const read = (ink: Float32Array) => readDigits(judge.classify(ink));
  const found = [
    ...snapshots.epochs.map(({ epoch, weights, codes }) =>
      measure(manifest, { epoch, weights, codes, numCodes: snapshots.numImages }, snapshots.numImages, read),
    ),
    measure(
      manifest,
      { epoch: training.numEpochs, ...files, numCodes: manifest.dataset.numImages },
      snapshots.numImages,
      read,
    ),
  ];
  judge.dispose();
  return found;
}

interface KeptRun {
  readonly epoch: number;
  readonly weights: { readonly path: string };
  readonly codes: { readonly path: string };
  readonly numCodes: number;
}

function measure(
  { id, dataset, model }: Manifest,
  { epoch, weights, codes, numCodes }: KeptRun,
  numContents: number,
  read: (ink: Float32Array) => ArrayLike<number>,
): KeptEpoch {
  const tensorsOf = ({ path }: { readonly path: string }) =>
    readTensors(readFileSync(`${models}/${id}/${path}`), path);
  const parts = { dataset: withFirstImages(dataset, numCodes), model };
  const tables = requireTensors(tensorsOf(codes), codeShapes(parts), codes.path);
  const source = { manifest: parts, contentCodes: tables.content_codes, classCodes: tables.class_codes };
  const predictor = buildPredictor(
    model,
    requireTensors(tensorsOf(weights), generatorShapes(model), weights.path),
  );
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
    epoch,
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
