/**
 * Fréchet distance between two sets of pictures by the features a classifier gives them (Heusel et al. 2017): both sets as Gaussians,
 * |μ₁ − μ₂|² + tr(S₁ + S₂ − 2 (S₁ S₂)^½). Comparable only between distances on the same classifier's features, from as many pictures.
 */
import type { Classification } from '../../src/networks/classifier/classifier.ts';
import { fitGaussian, type Gaussian } from '../../src/numerics/gaussian.ts';
import { multiplyTransposed, trace, transpose } from '../../src/numerics/matrices.ts';
import { symmetricEigen } from '../../src/numerics/symmetric-eigen.ts';

/** Of the features of all pictures that were classified. */
export const featureGaussian = ({ features, probabilities, numClasses }: Classification): Gaussian =>
  fitGaussian(features, (features.length * numClasses) / probabilities.length);

/** Between `a` [n, dim] and `b` [m, dim], at least two rows each. */
export const frechetDistance = (a: Float32Array, b: Float32Array, dim: number): number =>
  frechetBetween(fitGaussian(a, dim), fitGaussian(b, dim));

/** Between two Gaussians of the same dimension; 0 when they are equal. */
export function frechetBetween(
  a: Pick<Gaussian, 'dim' | 'mean' | 'covariance'>,
  b: Pick<Gaussian, 'mean' | 'covariance'>,
): number {
  const { dim } = a;
  let squared = trace(a.covariance, dim) + trace(b.covariance, dim);
  for (let i = 0; i < dim; i++) squared += (a.mean[i] - b.mean[i]) ** 2;
  return Math.max(squared - 2 * traceOfRoot(a.covariance, b.covariance, dim), 0);
}

/**
 * tr((S₁ S₂)^½) as tr((S₁^½ S₂ S₁^½)^½), which has the same eigenvalues and is symmetric: no square root of a matrix that
 * is not, which other implementations find with a complex remainder.
 */
function traceOfRoot(first: Float64Array, second: Float64Array, dim: number): number {
  const root = squareRoot(first, dim);
  const product = multiplyTransposed(multiplyTransposed(root, second, dim), root, dim);
  return symmetricEigen(product, dim).values.reduce((sum, value) => sum + Math.sqrt(Math.max(value, 0)), 0);
}

/** The symmetric square root of a covariance; eigenvalues that rounding left below 0 count as 0. */
function squareRoot(covariance: Float64Array, dim: number): Float64Array {
  const { values, vectors } = symmetricEigen(covariance, dim);
  const columns = transpose(vectors, dim); // [dim, k]
  const scaled = columns.map((value, i) => value * Math.sqrt(Math.max(values[i % dim], 0)));
  return multiplyTransposed(scaled, columns, dim);
}
