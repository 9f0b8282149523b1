/** The numbers a manifest states about a model: how well it reconstructs, how large its codes are, how far its images differ. */
import type { Manifest } from '../../src/contract/manifest.ts';
import { reconstructions, transfers, type CodeSource } from '../../src/networks/codes.ts';
import { rootMeanSquare } from '../../src/numerics/arrays.ts';
import { numPixels } from '../../src/networks/generator.ts';
import type { Predictor } from '../../src/networks/predictor.ts';

type Metrics = Omit<Manifest['metrics'], 'trainLoss'>;
type Predict = Predictor['predict'];

/** Images a pass: bounds memory, nothing else. */
const passSize = 100;
const numDiversityContents = 100;

export interface MetricsInput {
  readonly source: CodeSource;
  readonly predict: Predict;
  /** The training images, [numImages × 784] bytes. */
  readonly images: Uint8Array;
}

export function measure({ source, predict, images }: MetricsInput): Metrics {
  return {
    ...reconstructionErrors({ source, predict, images }),
    contentCodeRms: rootMeanSquare(source.contentCodes),
    classCodeRms: rootMeanSquare(source.classCodes),
    contentCodeNorm: meanNorm(source.contentCodes, source.manifest.model.contentDim),
    diversity: diversity(source, predict),
  };
}

/** Means over all pixels of all images, each from its own codes. */
function reconstructionErrors({ source, predict, images }: MetricsInput): Pick<Metrics, 'evalL1' | 'evalL2'> {
  const numImages = source.manifest.dataset.numImages;
  let absolute = 0;
  let squared = 0;
  for (let first = 0; first < numImages; first += passSize) {
    const rows = Array.from({ length: Math.min(passSize, numImages - first) }, (_, i) => first + i);
    predict(reconstructions(source, rows)).forEach((ink, i) => {
      const error = ink - images[first * numPixels + i] / 255;
      absolute += Math.abs(error);
      squared += error * error;
    });
  }
  return { evalL1: absolute / images.length, evalL2: squared / images.length };
}

/** The standard deviation over the first contents at each pixel of each class, and the mean of all these. */
function diversity(source: CodeSource, predict: Predict): number {
  const { dataset, model } = source.manifest;
  const contents = Array.from({ length: Math.min(numDiversityContents, dataset.numImages) }, (_, i) => i);
  let total = 0;
  for (let label = 0; label < model.numClasses; label++) {
    const images = predict(transfers(source, { contents, classes: [label] }));
    for (let pixel = 0; pixel < numPixels; pixel++) {
      let sum = 0;
      let sumOfSquares = 0;
      for (let at = pixel; at < images.length; at += numPixels) {
        sum += images[at];
        sumOfSquares += images[at] * images[at];
      }
      const mean = sum / contents.length;
      total += Math.sqrt(Math.max(sumOfSquares / contents.length - mean * mean, 0));
    }
  }
  return total / (model.numClasses * numPixels);
}

const sumOfSquares = (values: Float32Array): number => values.reduce((sum, value) => sum + value * value, 0);

function meanNorm(codes: Float32Array, dim: number): number {
  const numCodes = codes.length / dim;
  let total = 0;
  for (let i = 0; i < numCodes; i++) {
    total += Math.sqrt(sumOfSquares(codes.subarray(i * dim, (i + 1) * dim)));
  }
  return total / numCodes;
}
