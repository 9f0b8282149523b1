import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { encodeIntensityGrid } from '../../../../training/export/intensity-grid.ts';
import { encodeLightGrid, gridEncoderOf } from '../../../../training/export/light-grid.ts';

const shape = { imageHeight: 2, imageWidth: 3, imageChannels: 3 };
/** Four images, each of one colour. */
const colours = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [0.2, 0.4, 0.6],
];
const images = Float32Array.from({ length: 4 * 18 }, (_, i) => colours[Math.floor(i / 18)][i % 3]);

test('a grid of pictures is opaque, in their own colours, row by row, without gaps', () => {
  const { width, height, channels, data } = decode(encodeLightGrid(images, { rows: 2, columns: 2 }, shape));
  expect([width, height, channels]).toEqual([6, 4, 3]);
  const at = (x: number, y: number) => [...data.subarray((y * 6 + x) * 3, (y * 6 + x) * 3 + 3)];
  expect(at(0, 0)).toEqual([255, 0, 0]);
  expect(at(2, 1)).toEqual([255, 0, 0]);
  expect(at(3, 0)).toEqual([0, 255, 0]);
  expect(at(2, 2)).toEqual([0, 0, 255]);
  expect(at(5, 3)).toEqual([51, 102, 153]);
});

test('grey pictures are light as well, where digits are ink', () => {
  const grey = { ...shape, imageChannels: 1 };
  const { channels, data } = decode(
    encodeLightGrid(new Float32Array(6).fill(1), { rows: 1, columns: 1 }, grey),
  );
  expect(channels).toBe(1);
  expect([...data]).toEqual(Array.from({ length: 6 }, () => 255));
  expect(gridEncoderOf('pictures')).toBe(encodeLightGrid);
  expect(gridEncoderOf('mnist')).toBe(encodeIntensityGrid);
});
