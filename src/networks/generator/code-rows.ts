/** Pairs of codes as one row each, the class code first: what encoders give and what a generator's first layer takes. */
import type { CodeBatch } from './codes.ts';
import type { CodeDims } from './generator.ts';

/** [count × (classDim + contentDim)]. */
export function rowsOfCodes(
  { classDim, contentDim }: CodeDims,
  { count, classCodes, contentCodes }: CodeBatch,
): Float32Array<ArrayBuffer> {
  const dim = classDim + contentDim;
  const rows = new Float32Array(count * dim);
  for (let i = 0; i < count; i++) {
    rows.set(classCodes.subarray(i * classDim, (i + 1) * classDim), i * dim);
    rows.set(contentCodes.subarray(i * contentDim, (i + 1) * contentDim), i * dim + classDim);
  }
  return rows;
}

/** @throws RangeError when it is not a whole number of rows. */
export function codesOfRows({ classDim, contentDim }: CodeDims, rows: Float32Array): CodeBatch {
  const dim = classDim + contentDim;
  const count = rows.length / dim;
  if (!Number.isInteger(count)) {
    throw new RangeError(`Expected rows of ${dim} numbers each, got an array of ${rows.length}.`);
  }
  const classCodes = new Float32Array(count * classDim);
  const contentCodes = new Float32Array(count * contentDim);
  for (let i = 0; i < count; i++) {
    classCodes.set(rows.subarray(i * dim, i * dim + classDim), i * classDim);
    contentCodes.set(rows.subarray(i * dim + classDim, (i + 1) * dim), i * contentDim);
  }
  return { count, classCodes, contentCodes };
}
