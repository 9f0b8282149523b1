/** A multivariate Gaussian: fitted to rows of codes with full covariance, and drawn from. */
import type { Random } from './random.ts';

export interface Gaussian {
  readonly dim: number;
  readonly mean: Float64Array;
  /** [dim, dim], row-major. */
  readonly covariance: Float64Array;
  /** Lower triangular L with L·Lᵀ = covariance + ridge·I, [dim, dim], row-major. */
  readonly cholesky: Float64Array;
}

/** Added to the diagonal, times the mean variance, so that directions no code uses do not break the factorization. */
const relativeRidge = 1e-9;

/** Sample mean and covariance (divisor n − 1) of `codes` [n, dim], row-major, n ≥ 2. */
export function fitGaussian(codes: Float32Array, dim: number): Gaussian {
  const count = codes.length / dim;
  if (!Number.isInteger(count) || count < 2) {
    throw new RangeError(
      `fitGaussian needs at least two whole rows of ${dim} numbers; it got ${codes.length} numbers.`,
    );
  }
  const mean = new Float64Array(dim);
  for (let row = 0; row < codes.length; row += dim) {
    for (let i = 0; i < dim; i++) mean[i] += codes[row + i] / count;
  }

  const covariance = new Float64Array(dim * dim);
  const deviation = new Float64Array(dim);
  for (let row = 0; row < codes.length; row += dim) {
    for (let i = 0; i < dim; i++) deviation[i] = codes[row + i] - mean[i];
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j <= i; j++) covariance[i * dim + j] += (deviation[i] * deviation[j]) / (count - 1);
    }
  }
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < i; j++) covariance[j * dim + i] = covariance[i * dim + j];
  }
  return gaussianWith(mean, covariance);
}

/** The Gaussian of a mean [dim] and a covariance [dim, dim] found elsewhere. */
export const gaussianWith = (mean: Float64Array, covariance: Float64Array): Gaussian => ({
  dim: mean.length,
  mean,
  covariance,
  cholesky: factorize(covariance, mean.length),
});

/** N(0, I). */
export function standardGaussian(dim: number): Gaussian {
  const identity = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) identity[i * dim + i] = 1;
  return { dim, mean: new Float64Array(dim), covariance: identity, cholesky: identity };
}

/**
 * `count` draws, [count, dim] row-major: mean + temperature · L · normal. Temperature scales the deviation from the
 * mean: 0 gives the mean itself, 1 the Gaussian. It does not change which normals are drawn.
 */
export function drawGaussian(
  { dim, mean, cholesky }: Gaussian,
  random: Random,
  { count, temperature = 1 }: { readonly count: number; readonly temperature?: number },
): Float32Array<ArrayBuffer> {
  const draws = new Float32Array(count * dim);
  const normals = new Float64Array(dim);
  for (let row = 0; row < draws.length; row += dim) {
    for (let i = 0; i < dim; i++) normals[i] = random.normal();
    for (let i = 0; i < dim; i++) {
      let deviation = 0;
      for (let j = 0; j <= i; j++) deviation += cholesky[i * dim + j] * normals[j];
      draws[row + i] = mean[i] + temperature * deviation;
    }
  }
  return draws;
}

/** Cholesky factor of a positive semi-definite matrix plus the ridge. */
function factorize(matrix: Float64Array, dim: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < dim; i++) trace += matrix[i * dim + i];
  const ridge = (relativeRidge * trace) / dim;

  const lower = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * dim + j];
      for (let k = 0; k < j; k++) rest -= lower[i * dim + k] * lower[j * dim + k];
      if (i === j) {
        lower[i * dim + i] = Math.sqrt(Math.max(rest + ridge, 0));
      } else {
        const pivot = lower[j * dim + j];
        lower[i * dim + j] = pivot === 0 ? 0 : rest / pivot; // a pivot of 0: every code is the same
      }
    }
  }
  return lower;
}
