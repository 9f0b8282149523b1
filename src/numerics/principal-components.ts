/**
 * Principal components of a table: the k directions of most variance, by block power iteration on the covariance (Halko,
 * Martinsson and Tropp 2011, algorithm 4.4, with the covariance in place of the data). Meant for the 784 pixels of images.
 */
import { fitGaussian, type Gaussian } from './gaussian.ts';
import { multiplyTransposed, transpose } from './matrices.ts';
import { orthonormalRows } from './orthonormal-rows.ts';
import type { Random } from './random.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface PrincipalComponents {
  /** [dim]. */
  readonly mean: Float64Array;
  /** Variance along each component, descending, [k]; divisor n − 1. */
  readonly variances: Float64Array;
  /** Orthonormal rows, [k, dim]; the largest number of each is positive. */
  readonly components: Float64Array;
  /** Coordinates of rows [n, dim] along the first `count` components (all k by default), [n, count]. */
  readonly project: (data: Float32Array, count?: number) => Float32Array<ArrayBuffer>;
  /** Rows [n, dim] from their coordinates along the first `count` components, [n, count]. */
  readonly reconstruct: (coordinates: Float32Array, count?: number) => Float32Array<ArrayBuffer>;
}

/** Directions carried beyond the k asked for: they take the error of the last ones. */
const numSpare = 40;
/** On 2,000 images of MNIST and k = 100 this leaves a share of 1e-8 of the variance to chance, and less for smaller k. */
const numIterations = 16;

/** Of `data` [n, dim], n ≥ 2, 1 ≤ k ≤ dim. `random` starts the iteration; the result depends on it in the last digits only. */
export function principalComponents(
  data: Float32Array,
  dim: number,
  k: number,
  random: Random,
): PrincipalComponents {
  checkCount(k, dim);
  return componentsOf(fitGaussian(data, dim), k, random);
}

function checkCount(k: number, dim: number): void {
  if (!Number.isInteger(k) || k < 1 || k > dim) {
    throw new RangeError(
      `Rows of ${dim} numbers have 1 to ${dim} principal components; ${k} were asked for.`,
    );
  }
}

/** The same of a mean and a covariance that are known. */
export function componentsOf(
  { dim, mean, covariance }: Pick<Gaussian, 'dim' | 'mean' | 'covariance'>,
  k: number,
  random: Random,
): PrincipalComponents {
  checkCount(k, dim);
  const { values, vectors } = leadingEigen(covariance, dim, k, random);
  const components = vectors.slice(0, k * dim);
  return {
    mean,
    variances: values.slice(0, k),
    components,
    project(rows, count = k) {
      const centred = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) centred[i] = rows[i] - mean[i % dim];
      return new Float32Array(multiplyTransposed(centred, components.subarray(0, count * dim), dim));
    },
    reconstruct(coordinates, count = k) {
      const columns = transpose(components.subarray(0, count * dim), dim); // [dim, count]
      const rows = new Float32Array(multiplyTransposed(coordinates, columns, count));
      for (let i = 0; i < rows.length; i++) rows[i] += mean[i % dim];
      return rows;
    },
  };
}

/** At least the k largest eigenvalues of a covariance and their eigenvectors as rows. */
function leadingEigen(covariance: Float64Array, dim: number, k: number, random: Random) {
  const size = k + numSpare;
  if (2 * size >= dim) return symmetricEigen(covariance, dim);

  let basis = orthonormalRows(
    Float64Array.from({ length: size * dim }, () => random.normal()),
    dim,
    random,
  );
  for (let iteration = 0; iteration < numIterations; iteration++) {
    basis = orthonormalRows(multiplyTransposed(basis, covariance, dim), dim, random);
  }
  // The eigenvectors within the span of the basis (Rayleigh and Ritz).
  const within = multiplyTransposed(multiplyTransposed(basis, covariance, dim), basis, dim);
  const { values, vectors } = symmetricEigen(within, size);
  return { values, vectors: signed(multiplyTransposed(vectors, transpose(basis, dim), size), dim) };
}

function signed(rows: Float64Array<ArrayBuffer>, dim: number): Float64Array<ArrayBuffer> {
  for (let at = 0; at < rows.length; at += dim) {
    const row = rows.subarray(at, at + dim);
    let largest = 0;
    for (const value of row) if (Math.abs(value) > Math.abs(largest)) largest = value;
    if (largest < 0) for (let i = 0; i < dim; i++) row[i] = -row[i];
  }
  return rows;
}
