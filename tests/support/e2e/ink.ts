/** Pictures of digits as their pixels: the alpha of a canvas is its ink, 0 to 255. */
import type { Locator } from '@playwright/test';

export interface Ink {
  readonly width: number;
  readonly alpha: Uint8Array;
}

/** The first live picture inside `place`, which waits for it. */
export async function readInk(place: Locator): Promise<Ink> {
  const { width, base64 } = await place
    .locator('canvas.ink')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      // Read from a copy: reading a figure's own canvas again and again makes Chromium warn.
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!copy) throw new Error('This browser has no 2D canvas.');
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      let binary = '';
      for (let i = 3; i < data.length; i += 4) binary += String.fromCharCode(data[i]);
      return { width, base64: btoa(binary) };
    });
  return { width, alpha: Uint8Array.from(Buffer.from(base64, 'base64')) };
}

/** The figure's main picture. */
export const readPicture = (figure: Locator): Promise<Ink> => readInk(figure);

export const cellSize = 28;

/** One 28 × 28 picture of a grid, numbered row by row. */
export function cellOf({ width, alpha }: Ink, cell: number): Uint8Array {
  const columns = width / cellSize;
  const left = (cell % columns) * cellSize;
  const top = Math.floor(cell / columns) * cellSize;
  const picture = new Uint8Array(cellSize * cellSize);
  for (let y = 0; y < cellSize; y++) {
    const start = (top + y) * width + left;
    picture.set(alpha.subarray(start, start + cellSize), y * cellSize);
  }
  return picture;
}

/** Of two pictures of the same size, in 255ths of full ink. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`Pictures of ${a.length} and ${b.length} pixels.`);
  return Array.from({ length: a.length }, (_, i) => Math.abs(a[i] - b[i])).reduce(
    (x, y) => Math.max(x, y),
    0,
  );
}

/** Share of the pixels with more than a trace of ink. */
export const inkShare = ({ alpha }: Ink): number => alpha.filter((value) => value > 64).length / alpha.length;
