import { convertIndexedToRgb, decode } from 'fast-png';
import { expect, test } from 'vitest';
import { encodeIntensityGrid } from '../../../../training/export/intensity-grid.ts';
import { digitShape } from '../../../support/digit-shape.ts';

/** Cell n is all of amount n / 5. */
const images = Float32Array.from({ length: 6 * 784 }, (_, i) => Math.floor(i / 784) / 5);
const file = encodeIntensityGrid(images, { rows: 2, columns: 3 }, digitShape);

test('a grid is black intensity with its amount as alpha, row by row, without gaps', () => {
  const png = decode(file);
  expect([png.width, png.height]).toEqual([84, 56]);
  const rgba = convertIndexedToRgb(png);
  const pixel = (x: number, y: number) => [...rgba.subarray((y * 84 + x) * 4, (y * 84 + x) * 4 + 4)];
  for (const [x, y, amount] of [
    [0, 0, 0],
    [27, 27, 0],
    [28, 0, 0.2],
    [83, 27, 0.4],
    [0, 28, 0.6],
    [55, 55, 0.8],
    [83, 55, 1],
  ]) {
    const [red, green, blue, alpha] = pixel(x, y);
    expect([red, green, blue]).toEqual([0, 0, 0]);
    expect(Math.abs(alpha - 255 * amount)).toBeLessThan(255 / 63 / 2 + 1);
  }
});

test('the same images give the same bytes', () => {
  expect(encodeIntensityGrid(images, { rows: 2, columns: 3 }, digitShape)).toEqual(file);
});

test('refuses a grid of another size than its images', () => {
  expect(() => encodeIntensityGrid(images, { rows: 2, columns: 2 }, digitShape)).toThrow(
    'A grid of 2 × 2 cells takes 3136 numbers; it got 4704.',
  );
});
