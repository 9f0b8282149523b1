/** What is done to plain arrays of numbers in more than one room: rows of a table, and its size. */

/** The rows of `table` [count, dim] at `indices`, [indices.length, dim]. @throws RangeError for a row that is not there. */
export function gatherRows(
  table: Float32Array,
  dim: number,
  indices: ArrayLike<number>,
): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(indices.length * dim);
  for (let row = 0; row < indices.length; row++) {
    const index = indices[row];
    if (!Number.isInteger(index) || index < 0 || (index + 1) * dim > table.length) {
      throw new RangeError(`There is no code ${index}: codes are numbered 0 to ${table.length / dim - 1}.`);
    }
    rows.set(table.subarray(index * dim, (index + 1) * dim), row * dim);
  }
  return rows;
}

/** One after the other. */
export function concatenate(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function rootMeanSquare(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}

/** The rows of each class, ascending. `labels` [n], each below `numClasses`. */
export const rowsByClass = (labels: Uint8Array, numClasses: number): number[][] => {
  const classes = Array.from({ length: numClasses }, (): number[] => []);
  labels.forEach((label, row) => classes[label].push(row));
  return classes;
};

/** `count` rows on the straight line from one to the other, both ends among them. */
export function rowsBetween(first: Float32Array, last: Float32Array, count: number): Float32Array {
  const dim = first.length;
  return Float32Array.from({ length: count * dim }, (_, i) => {
    const share = Math.floor(i / dim) / (count - 1);
    return (1 - share) * first[i % dim] + share * last[i % dim];
  });
}
