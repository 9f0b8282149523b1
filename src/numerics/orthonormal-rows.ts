/** An orthonormal basis of what the rows of a table span. */
import type { Random } from './random.ts';

/** A direction is new when this share of it is left after the others are taken out. */
const newShare = 1e-8;

/** Gram and Schmidt on the rows, in place, each taken out twice; a row that adds no direction is replaced by a random one. */
export function orthonormalRows(
  rows: Float64Array<ArrayBuffer>,
  dim: number,
  random: Random,
): Float64Array<ArrayBuffer> {
  for (let at = 0; at < rows.length; at += dim) {
    const row = rows.subarray(at, at + dim);
    while (!normalizeBeyond(row, rows.subarray(0, at))) {
      for (let i = 0; i < dim; i++) row[i] = random.normal();
    }
  }
  return rows;
}

/** Takes what `others` span out of `row` and makes it a unit vector; false when almost nothing is left. */
function normalizeBeyond(row: Float64Array, others: Float64Array): boolean {
  const dim = row.length;
  const before = norm(row);
  for (let pass = 0; pass < 2; pass++) {
    for (let at = 0; at < others.length; at += dim) {
      let dot = 0;
      for (let i = 0; i < dim; i++) dot += row[i] * others[at + i];
      for (let i = 0; i < dim; i++) row[i] -= dot * others[at + i];
    }
  }
  const after = norm(row);
  if (!(after > newShare * before)) return false;
  for (let i = 0; i < dim; i++) row[i] /= after;
  return true;
}

function norm(row: Float64Array): number {
  let sum = 0;
  for (const value of row) sum += value * value;
  return Math.sqrt(sum);
}
