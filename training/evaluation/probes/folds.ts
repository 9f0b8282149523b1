/** Cross-validation: which rows are held out when, and features on a scale that the held-out rows had no part in. */
import { gatherRows } from '../../../src/numerics/arrays.ts';
import type { Random } from '../../../src/numerics/random.ts';

export interface Split {
  readonly training: Uint32Array;
  readonly heldOut: Uint32Array;
}

/**
 * Every row is held out once; each class is dealt out evenly, a class smaller than `numFolds` to as many folds as it has rows.
 * Rows of a split are in the order of the table.
 */
export function stratifiedFolds(labels: Uint8Array, numFolds: number, random: Random): Split[] {
  const rows = Uint32Array.from(labels.keys());
  const foldOf = new Uint8Array(labels.length);
  // Sorted by class after a shuffle, and dealt in turn.
  Array.from(random.permutation(labels.length))
    .sort((a, b) => labels[a] - labels[b])
    .forEach((row, turn) => (foldOf[row] = turn % numFolds));
  return Array.from({ length: numFolds }, (_, fold) => ({
    training: rows.filter((row) => foldOf[row] !== fold),
    heldOut: rows.filter((row) => foldOf[row] === fold),
  }));
}

/** One of five folds of `labels`, for choices made inside a training part. */
export const innerSplit = (labels: Uint8Array, random: Random): Split =>
  stratifiedFolds(labels, 5, random)[0];

/**
 * The rows of a split of `table` [rows, dim], each column with mean 0 and standard deviation 1 over the training rows. A column
 * that does not vary there is left at its distance from the mean.
 */
export function standardized(
  table: Float32Array,
  dim: number,
  { training, heldOut }: Split,
): { readonly training: Float32Array<ArrayBuffer>; readonly heldOut: Float32Array<ArrayBuffer> } {
  const parts = { training: gatherRows(table, dim, training), heldOut: gatherRows(table, dim, heldOut) };
  for (let column = 0; column < dim; column++) {
    let [mean, variance] = [0, 0];
    for (const row of training) mean += table[row * dim + column] / training.length;
    for (const row of training) variance += (table[row * dim + column] - mean) ** 2 / training.length;
    const std = Math.sqrt(variance);
    const scale = std > 1e-6 * Math.abs(mean) ? 1 / std : 1;
    for (const part of [parts.training, parts.heldOut]) {
      for (let at = column; at < part.length; at += dim) part[at] = (part[at] - mean) * scale;
    }
  }
  return parts;
}
