/**
 * A grid of generated images as a small PNG: black ink whose alpha is the amount, so that paper is the page's own. Ink is
 * rounded to 64 amounts in a palette, which halves the file and cannot be seen.
 */
import { encode } from 'fast-png';
import type { ImageShape } from '../../src/networks/blocks/image-shape.ts';
import { layOut, type Grid } from './grid.ts';

const numAmounts = 64;
const palette = Array.from({ length: numAmounts }, (_, i) => [
  0,
  0,
  0,
  Math.round((255 * i) / (numAmounts - 1)),
]);

/** `images`: intensity in [0, 1], of one channel, as in grid.ts. The same intensities give the same bytes. */
export function encodeIntensityGrid(
  images: Float32Array,
  grid: Grid,
  shape: ImageShape,
): Uint8Array<ArrayBuffer> {
  const { width, height, pixels } = layOut(images, grid, shape);
  const data = Uint8Array.from(pixels, (intensity) => Math.round(intensity * (numAmounts - 1)));
  return Uint8Array.from(encode({ width, height, data, channels: 1, palette }, { zlib: { level: 9 } }));
}
