import { expect, test } from 'vitest';
import { inkToPixels } from '../../../../../src/components/controls/ink.ts';

const alphas = (pixels: Uint8ClampedArray): number[] => Array.from(pixels).filter((_, i) => i % 4 === 3);

test('cells are laid row by row and touch', () => {
  const ink = Float32Array.from([0.2, 0.2, 0.2, 0.2, 0.4, 0.4, 0.4, 0.4, 0.6, 0.6, 0.6, 0.6, 1, 1, 1, 1]);
  expect(alphas(inkToPixels(ink, { rows: 2, columns: 2, cellSize: 2 }))).toEqual([
    51, 51, 102, 102, 51, 51, 102, 102, 153, 153, 255, 255, 153, 153, 255, 255,
  ]);
});

test('lines of a cell run from left to right, downwards', () => {
  const ink = Float32Array.from([0.2, 0.4, 0.6, 0.8]);
  expect(alphas(inkToPixels(ink, { rows: 1, columns: 1, cellSize: 2 }))).toEqual([51, 102, 153, 204]);
});

test('ink is black, whatever there is of it', () => {
  const pixels = inkToPixels(Float32Array.of(0.5), { rows: 1, columns: 1, cellSize: 1 });
  expect(Array.from(pixels.slice(0, 3))).toEqual([0, 0, 0]);
});

test('ink out of range is held to paper and black', () => {
  const pixels = inkToPixels(Float32Array.of(-1, 2), { rows: 1, columns: 2, cellSize: 1 });
  expect(alphas(pixels)).toEqual([0, 255]);
});

test('missing cells stay paper', () => {
  expect(alphas(inkToPixels(Float32Array.of(1), { rows: 1, columns: 3, cellSize: 1 }))).toEqual([255, 0, 0]);
});
