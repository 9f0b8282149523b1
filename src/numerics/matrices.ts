/** The few products of dense matrices that measurements need, row-major and summed in float64. Not fast enough for networks. */

type Numbers = Float32Array | Float64Array;

/** a · bᵀ for `a` [rows, inner] and `b` [columns, inner]: every row of one with every row of the other, [rows, columns]. */
export function multiplyTransposed(a: Numbers, b: Numbers, inner: number): Float64Array<ArrayBuffer> {
  const rows = wholeRows(a, inner);
  const columns = wholeRows(b, inner);
  const product = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = row * inner;
    let column = 0;
    // Four columns at once read each number of `a` once for four products.
    for (; column + 3 < columns; column += 4) {
      const b0 = column * inner;
      const [b1, b2, b3] = [b0 + inner, b0 + 2 * inner, b0 + 3 * inner];
      let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
      for (let i = 0; i < inner; i++) {
        const value = a[from + i];
        sum0 += value * b[b0 + i];
        sum1 += value * b[b1 + i];
        sum2 += value * b[b2 + i];
        sum3 += value * b[b3 + i];
      }
      const to = row * columns + column;
      product[to] = sum0;
      product[to + 1] = sum1;
      product[to + 2] = sum2;
      product[to + 3] = sum3;
    }
    for (; column < columns; column++) {
      let sum = 0;
      for (let i = 0; i < inner; i++) sum += a[from + i] * b[column * inner + i];
      product[row * columns + column] = sum;
    }
  }
  return product;
}

/** [rows, columns] → [columns, rows]. */
export function transpose(matrix: Numbers, columns: number): Float64Array<ArrayBuffer> {
  const rows = wholeRows(matrix, columns);
  const transposed = new Float64Array(matrix.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      transposed[column * rows + row] = matrix[row * columns + column];
    }
  }
  return transposed;
}

/** The sum of the diagonal of `matrix` [dim, dim]. */
export function trace(matrix: Numbers, dim: number): number {
  let sum = 0;
  for (let i = 0; i < dim; i++) sum += matrix[i * dim + i];
  return sum;
}

/** The number of rows of a table. @throws RangeError when the last one is not whole. */
export function wholeRows(table: Numbers, columns: number): number {
  const rows = table.length / columns;
  if (!Number.isInteger(rows)) {
    throw new RangeError(`Expected whole rows of ${columns} numbers; got ${table.length} numbers.`);
  }
  return rows;
}
