/** Mean and covariance of many rows, of which a few are in memory at a time: their products in float32, the sums of these in float64. */
import { matrix, transposed } from './matrix.ts';
import { createWorkspace } from './workspace.ts';

export interface Moments {
  readonly dim: number;
  readonly mean: Float64Array<ArrayBuffer>;
  /** [dim, dim], row-major; divisor n − 1. */
  readonly covariance: Float64Array<ArrayBuffer>;
}

/** Of the rows of all `parts` [n, dim]. @throws RangeError for fewer than two rows. */
export function momentsOf(parts: Iterable<Float32Array>, dim: number): Moments {
  const workspace = createWorkspace();
  const product = workspace.allocate(dim * dim);
  const mean = new Float64Array(dim);
  const covariance = new Float64Array(dim * dim);
  let rows = workspace.allocate(0);
  let count = 0;
  for (const part of parts) {
    const numRows = part.length / dim;
    if (rows.length < part.length) rows = workspace.allocate(part.length);
    workspace.view(rows).set(part);
    for (let row = 0; row < part.length; row += dim) {
      for (let i = 0; i < dim; i++) mean[i] += part[row + i];
    }
    const table = matrix(rows, numRows, dim);
    workspace.multiply(transposed(table), table, product);
    const sums = workspace.view(product);
    for (let i = 0; i < sums.length; i++) covariance[i] += sums[i];
    count += numRows;
  }
  if (count < 2) throw new RangeError(`A covariance takes at least two rows; it got ${count}.`);
  for (let i = 0; i < dim; i++) mean[i] /= count;
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < dim; j++) {
      const at = i * dim + j;
      covariance[at] = (covariance[at] - count * mean[i] * mean[j]) / (count - 1);
    }
  }
  return { dim, mean, covariance };
}
