/**
 * Products of matrices of any shape and side. The left matrix is packed as a whole, in panels of rows; the right one in panels of columns,
 * each of which meets all of the left before the next is packed. A sum runs over the steps in their order, whatever the shapes.
 */
import { panelBytes, tileColumns, tileRows, type Kernels } from './kernels.ts';
import { floatBytes, type FloatArray, type Matrix } from './matrix.ts';

/** Steps that are packed at a time: a panel of the right matrix then stays in the first cache of a processor. */
const depthAtOnce = 392;

interface Memory {
  readonly kernels: Kernels;
  readonly allocate: (length: number) => FloatArray;
  readonly view: (array: FloatArray) => Float32Array;
}

/** c [a.rows, b.columns], row-major = (adds ? c : 0) + a · b. Products with 0 are left out. */
export type Multiply = (a: Matrix, b: Matrix, c: FloatArray, adds?: boolean) => void;

export function createMultiply({ kernels, allocate, view }: Memory): Multiply {
  const scratch = allocate(tileRows * tileColumns);
  let left = allocate(0);
  let right = allocate(0);
  const grown = (array: FloatArray, length: number) => (array.length < length ? allocate(length) : array);

  function packRows(a: Matrix, first: number, panel: number, columnBytes: number): void {
    for (let row = 0, to = left.at; row < a.rows; row += tileRows, to += panel) {
      kernels.packRows(
        a.array.at + (row * a.rowStride + first * a.columnStride) * floatBytes,
        a.rowStride * floatBytes,
        a.columnStride * floatBytes,
        Math.min(tileRows, a.rows - row) * floatBytes,
        to,
        columnBytes,
      );
    }
  }

  function packColumns(b: Matrix, first: number, column: number, width: number, end: number): void {
    const from = b.array.at + (first * b.rowStride + column * b.columnStride) * floatBytes;
    const [columnStride, stepStride] = [b.columnStride * floatBytes, b.rowStride * floatBytes];
    if (width === tileColumns && b.columnStride === 1) kernels.copyColumns(from, stepStride, right.at, end);
    else kernels.packColumns(from, columnStride, stepStride, width * floatBytes, right.at, end);
  }

  return (a, b, c, adds = false) => {
    const [numRows, numColumns, depth] = [a.rows, b.columns, a.columns];
    if (b.rows !== depth || c.length < numRows * numColumns) {
      throw new RangeError(
        `A product of [${a.rows}, ${a.columns}] and [${b.rows}, ${b.columns}] into ${c.length} numbers.`,
      );
    }
    const numWhole = numRows - (numRows % tileRows);
    const most = Math.min(depth, depthAtOnce);
    const panel = panelBytes(most);
    left = grown(left, (Math.ceil(numRows / tileRows) * panel) / floatBytes);
    right = grown(right, most * tileColumns);
    const afterWhole = left.at + (numWhole / tileRows) * panel;
    const stride = numColumns * floatBytes;

    for (let first = 0; first < depth; first += depthAtOnce) {
      const columnBytes = Math.min(depthAtOnce, depth - first) * tileColumns * floatBytes;
      const continues = adds || first > 0;
      packRows(a, first, panel, columnBytes);
      for (let column = 0; column < numColumns; column += tileColumns) {
        const width = Math.min(tileColumns, numColumns - column);
        packColumns(b, first, column, width, right.at + columnBytes);
        const isWhole = width === tileColumns;
        const to = c.at + column * floatBytes;
        if (isWhole && numWhole > 0)
          kernels.tiles(left.at, panel, afterWhole, right.at, to, stride, Number(continues));
        // What sticks out at the right or below is made aside.
        for (let row = isWhole ? numWhole : 0; row < numRows; row += tileRows) {
          const from = left.at + (row / tileRows) * panel;
          kernels.tiles(from, panel, from + panel, right.at, scratch.at, tileColumns * floatBytes, 0);
          const [made, target] = [view(scratch), view(c)];
          for (let y = 0; y < tileRows && row + y < numRows; y++) {
            for (let x = 0; x < width; x++) {
              const place = (row + y) * numColumns + column + x;
              const value = made[y * tileColumns + x];
              target[place] = continues ? target[place] + value : value;
            }
          }
        }
      }
    }
  };
}
