/** Whitening of some rows of a table: zero mean and identity covariance. Not here: which rows, and when. */
import { symmetricEigen } from './symmetric-eigen.ts';

/**
 * Added to every variance, times their mean: a direction that the rows do not use cannot be stretched to variance 1. n rows
 * have at most n − 1 directions; in the others they go to zero, so their covariance becomes a projection, not the identity.
 */
const relativeRidge = 1e-6;

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
