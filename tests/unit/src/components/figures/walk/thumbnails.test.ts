import { expect, test } from 'vitest';
import { representatives } from '../../../../../../src/components/figures/walk/thumbnails.ts';

test('of each cell of the plane the image nearest to its middle stands for it, and none for an empty cell', () => {
  const middle = 5.5 / 16;
  const places = Float32Array.of(middle + 0.02, middle, middle, middle - 0.01, 0.99, 1, 1, 1);
  expect(representatives(places)).toEqual([1, 2]);
});
