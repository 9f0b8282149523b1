/** From ink to pixels: a grid of pictures becomes one RGBA image, black with ink as alpha, so that paper is the page's own. */

export interface CellGrid {
  readonly rows: number;
  readonly columns: number;
  /** Side of a square cell in pixels. */
  readonly cellSize: number;
}

/**
 * @param ink [rows × columns, cellSize²] in [0, 1], cells row by row; missing cells stay paper.
 * @returns RGBA of (rows × cellSize) × (columns × cellSize) pixels.
 */
export function inkToPixels(
  ink: Float32Array,
  { rows, columns, cellSize }: CellGrid,
): Uint8ClampedArray<ArrayBuffer> {
  const width = columns * cellSize;
  const pixels = new Uint8ClampedArray(rows * cellSize * width * 4);
  const cellLength = cellSize * cellSize;
  const numCells = Math.min(rows * columns, Math.floor(ink.length / cellLength));
  for (let cell = 0; cell < numCells; cell++) {
    const top = Math.floor(cell / columns) * cellSize;
    const left = (cell % columns) * cellSize;
    for (let y = 0; y < cellSize; y++) {
      let alpha = ((top + y) * width + left) * 4 + 3;
      const line = cell * cellLength + y * cellSize;
      for (let x = 0; x < cellSize; x++, alpha += 4) pixels[alpha] = ink[line + x] * 255;
    }
  }
  return pixels;
}
