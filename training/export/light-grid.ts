/** A grid of generated pictures as an opaque PNG, grey or in colour. */
import { encode } from 'fast-png';
import { unitOf, type LearnedName } from '../../src/contract/datasets.ts';
import type { ImageShape } from '../../src/networks/blocks/image-shape.ts';
import { layOut, type Grid } from './grid.ts';
import { encodeIntensityGrid } from './intensity-grid.ts';

/** `images`: light in [0, 1], as in grid.ts. The same light gives the same bytes. */
export function encodeLightGrid(
  images: Float32Array,
  grid: Grid,
  shape: ImageShape,
): Uint8Array<ArrayBuffer> {
  const { width, height, pixels } = layOut(images, grid, shape);
  const data = Uint8Array.from(pixels, (light) => Math.round(255 * light));
  return Uint8Array.from(
    encode({ width, height, data, channels: shape.imageChannels }, { zlib: { level: 9 } }),
  );
}

/** How a grid of what a run learned is drawn. */
export const gridEncoderOf = (name: LearnedName): typeof encodeLightGrid =>
  unitOf(name) === 'ink' ? encodeIntensityGrid : encodeLightGrid;
