/**
 * Class-conditional whitening of the content codes: each class's codes projected to zero mean and identity covariance, so that
 * their first two moments say nothing about the class. `aligned` then turns each class's axes alike (alignment.ts). Not a part of
 * the gradient: a projection between epochs, which leaves Adam's moments as they are.
 */
import type { TrainingConfig } from '../../../src/contract/families/glo.ts';
import { symmetricEigen } from '../../../src/numerics/symmetric-eigen.ts';
import { alignClasses, imageFeatures } from './alignment.ts';

/**
 * Added to every variance, times their mean: a direction that a class does not use cannot be stretched to variance 1. A class of
 * n images has at most n − 1 directions; in the others its codes go to zero, so its covariance becomes a projection, not the identity.
 */
const relativeRidge = 1e-6;

interface WhitenerInput {
  readonly contentWhitening: TrainingConfig['contentWhitening'];
  readonly contentDim: number;
  readonly labels: Uint8Array;
  readonly numClasses: number;
  /** Ink of the training images in the layout of the logits (batches.ts), [numImages × 784]. */
  readonly targets: Float32Array;
}

/** Changes the content codes [numImages × contentDim] in place. Undefined when there is nothing to do. */
export function createWhitener(input: WhitenerInput): ((contentCodes: Float32Array) => void) | undefined {
  const { contentWhitening, contentDim, labels, numClasses, targets } = input;
  if (contentWhitening === 'none') return undefined;
  const classes = rowsByClass(labels, numClasses);
  const whiten = (codes: Float32Array) => {
    for (const rows of classes) whitenRows(codes, contentDim, rows);
  };
  if (contentWhitening === 'per-class') return whiten;
  const features = imageFeatures(targets, classes);
  return (codes) => {
    whiten(codes);
    alignClasses({ codes, contentDim, classes, features });
  };
}

/** The images of each class, ascending. */
export const rowsByClass = (labels: Uint8Array, numClasses: number): number[][] => {
  const classes = Array.from({ length: numClasses }, (): number[] => []);
  labels.forEach((label, image) => classes[label].push(image));
  return classes;
};

/**
 * Symmetric (ZCA) whitening of these rows of `codes` [·, dim], in place: code ← Σ^(−1/2) · (code − mean), with covariance
 * divisor n − 1. Of all whitenings it moves the codes least. A single row becomes zero.
 */
export function whitenRows(codes: Float32Array, dim: number, rows: readonly number[]): void {
  const mean = new Float64Array(dim);
  for (const row of rows) {
    for (let i = 0; i < dim; i++) mean[i] += codes[row * dim + i] / rows.length;
  }
  const centered = new Float64Array(rows.length * dim);
  rows.forEach((row, at) => {
    for (let i = 0; i < dim; i++) centered[at * dim + i] = codes[row * dim + i] - mean[i];
  });
  const transform = inverseSquareRoot(covarianceOf(centered, dim), dim);
  rows.forEach((row, at) => {
    for (let i = 0; i < dim; i++) {
      let sum = 0;
      for (let j = 0; j < dim; j++) sum += transform[i * dim + j] * centered[at * dim + j];
      codes[row * dim + i] = sum;
    }
  });
}

/** Of rows [n × dim] with mean zero; divisor n − 1. */
function covarianceOf(centered: Float64Array, dim: number): Float64Array {
  const covariance = new Float64Array(dim * dim);
  const divisor = Math.max(centered.length / dim - 1, 1);
  for (let row = 0; row < centered.length; row += dim) {
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < dim; j++)
        covariance[i * dim + j] += (centered[row + i] * centered[row + j]) / divisor;
    }
  }
  return covariance;
}

/** (matrix + ridge)^(−1/2), symmetric; zero for the zero matrix. */
function inverseSquareRoot(matrix: Float64Array, dim: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, dim);
  const ridge = relativeRidge * (values.reduce((sum, value) => sum + value, 0) / dim);
  const root = new Float64Array(dim * dim);
  if (ridge <= 0) return root;
  values.forEach((value, k) => {
    const scale = 1 / Math.sqrt(Math.max(value, 0) + ridge);
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < dim; j++) root[i * dim + j] += scale * vectors[k * dim + i] * vectors[k * dim + j];
    }
  });
  return root;
}
