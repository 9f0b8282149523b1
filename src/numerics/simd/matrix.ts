/** Matrices over arrays of a workspace: a shape and two strides, so that a transpose is another way to look and no copy. */

/** `length` floats from a byte address on that is a multiple of 16. */
export interface FloatArray {
  readonly at: number;
  readonly length: number;
}

export const floatBytes = 4;

export interface Matrix {
  readonly array: FloatArray;
  readonly rows: number;
  readonly columns: number;
  /** In floats: from a row to the next, from a column to the next. */
  readonly rowStride: number;
  readonly columnStride: number;
}

/** Row-major, [rows, columns]. */
export const matrix = (array: FloatArray, rows: number, columns: number): Matrix => ({
  array,
  rows,
  columns,
  rowStride: columns,
  columnStride: 1,
});

export const transposed = ({ array, rows, columns, rowStride, columnStride }: Matrix): Matrix => ({
  array,
  rows: columns,
  columns: rows,
  rowStride: columnStride,
  columnStride: rowStride,
});
