import { expect, test } from 'vitest';
import { decodePageMap, encodePageMap } from '../../../../../../src/components/figures/code-maps/page-map.ts';

const size = { numImages: 2, contentDim: 3 };
const map = {
  places: Float32Array.from([0, 0.25, 0.5, 1]),
  directions: Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, -1]),
  fits: Float32Array.from([0.5, 1.5, 0.25, 2, 0.75, 3]),
};
const file = encodePageMap(map);

test('a map comes to the page as the build had it', () => {
  expect(decodePageMap(file, size, '/map.bin')).toEqual(map);
});

test('a map that was cut off, or is of another model, is refused by name', () => {
  expect(() => decodePageMap(file.slice(0, 30), size, '/map.bin')).toThrow(
    '/map.bin has 30 bytes, and a map of 2 codes of 3 numbers has 38. Reload the page.',
  );
});
