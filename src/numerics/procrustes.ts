/**
 * Turns each class's whitened codes so that an axis goes with the same change of the features in every class: generalized Procrustes
 * (Gower, 1975) on the covariances between codes and features. Whitening fixes codes up to a rotation, and this chooses the rotation, so
 * it costs no whiteness. It cannot align what two classes do not share.
 */
import { orthogonalFactor } from './orthogonal-factor.ts';

const numRounds = 10;
/** Weight of the pull towards no turn, relative to the mean singular value: it decides what the features leave open, no more. */
const relativePull = 1e-4;

export interface Features {
  /** [n × dim], row-major. */
  readonly values: Float64Array;
  readonly dim: number;
}

interface AlignmentInput {
  /** Whitened class by class, [n × contentDim]; changed in place. */
  readonly codes: Float32Array;
  readonly contentDim: number;
  /** The rows of each class. */
  readonly classes: readonly (readonly number[])[];
  /** Mean zero in each class. */
  readonly features: Features;
}

/**
 * The reference is the mean of the classes' covariances as the codes come, then as they are turned: so the whole stays near where
 * it is, and codes that are aligned already hardly move.
 */
export function alignClasses({ codes, contentDim, classes, features }: AlignmentInput): void {
  const present = classes.filter((rows) => rows.length > 0);
  const covariances = present.map((rows) => crossCovariance(codes, contentDim, rows, features));
  let turned = covariances;
  let rotations: Float64Array[] = [];
  for (let round = 0; round < numRounds; round++) {
    const reference = meanOf(turned);
    rotations = covariances.map((covariance) =>
      procrustesRotation(covariance, reference, contentDim, features.dim),
    );
    turned = covariances.map((covariance, c) => turn(rotations[c], covariance, contentDim, features.dim));
  }
  present.forEach((rows, c) => {
    turnRows(codes, contentDim, rows, rotations[c]);
  });
}

/** Between the codes and the features of these rows, [contentDim × features.dim]. */
function crossCovariance(
  codes: Float32Array,
  contentDim: number,
  rows: readonly number[],
  features: Features,
): Float64Array {
  const covariance = new Float64Array(contentDim * features.dim);
  for (const row of rows) {
    for (let i = 0; i < contentDim; i++) {
      const code = codes[row * contentDim + i] / rows.length;
      for (let k = 0; k < features.dim; k++) {
        covariance[i * features.dim + k] += code * features.values[row * features.dim + k];
      }
    }
  }
  return covariance;
}

function meanOf(matrices: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(matrices[0].length);
  for (const matrix of matrices) matrix.forEach((value, i) => (mean[i] += value / matrices.length));
  return mean;
}

/** The orthogonal R [dim × dim] that brings R · covariance closest to the reference, both [dim × numColumns]. */
function procrustesRotation(
  covariance: Float64Array,
  reference: Float64Array,
  dim: number,
  numColumns: number,
): Float64Array {
  const product = new Float64Array(dim * dim); // reference · covarianceᵀ, whose orthogonal factor is R
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < dim; j++) {
      let sum = 0;
      for (let k = 0; k < numColumns; k++)
        sum += reference[i * numColumns + k] * covariance[j * numColumns + k];
      product[i * dim + j] = sum;
    }
  }
  const size = Math.sqrt(product.reduce((sum, value) => sum + value * value, 0) / dim);
  for (let i = 0; i < dim; i++) product[i * dim + i] += size === 0 ? 1 : relativePull * size;
  return orthogonalFactor(product, dim);
}

/** rotation [dim × dim] · matrix [dim × numColumns]. */
function turn(rotation: Float64Array, matrix: Float64Array, dim: number, numColumns: number): Float64Array {
  const product = new Float64Array(dim * numColumns);
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < dim; j++) {
      const weight = rotation[i * dim + j];
      for (let k = 0; k < numColumns; k++) product[i * numColumns + k] += weight * matrix[j * numColumns + k];
    }
  }
  return product;
}

function turnRows(codes: Float32Array, dim: number, rows: readonly number[], rotation: Float64Array): void {
  for (const row of rows) {
    const code = Float64Array.from(codes.subarray(row * dim, (row + 1) * dim));
    codes.set(turn(rotation, code, dim, 1), row * dim);
  }
}
