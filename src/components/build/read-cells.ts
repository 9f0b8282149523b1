/** The cells of a picture that a run left, as ink; for what is measured on pictures while the site is built. */
import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';

export const cellSize = 28;

/** The cells of a picture row by row, ink in [0, 1]. */
export interface Cells {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): Float32Array;
}

/** @throws Error when the picture has no palette: the trainer writes all of its pictures with one. */
export function readCells(path: string): Cells {
  const { width, height, data, palette } = decode(readFileSync(path));
  if (!palette) throw new Error(`${path} has no palette.`);
  const alphas = palette.map(([, , , alpha = 255]) => alpha / 255);
  return {
    rows: height / cellSize,
    columns: width / cellSize,
    at: (row, column) =>
      Float32Array.from({ length: cellSize * cellSize }, (_, i) => {
        const [y, x] = [row * cellSize + Math.floor(i / cellSize), column * cellSize + (i % cellSize)];
        return alphas[data[y * width + x]];
      }),
  };
}

export const allCells = (cells: Cells): Float32Array[] =>
  Array.from({ length: cells.rows * cells.columns }, (_, i) =>
    cells.at(Math.floor(i / cells.columns), i % cells.columns),
  );

export const meanDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;
