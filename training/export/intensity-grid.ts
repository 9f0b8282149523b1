/**
 * A grid of generated images as a small PNG: black ink whose alpha is the amount, so that paper is the page's own. Ink is
 * rounded to 64 amounts in a palette, which halves the file and cannot be seen.
 */
import { encode } from 'fast-png';
import { imageLength, type ImageShape } from '../../src/networks/blocks/image-shape.ts';

const numAmounts = 64;
const palette = Array.from({ length: numAmounts }, (_, i) => [
  0,
  0,
  0,
  Math.round((255 * i) / (numAmounts - 1)),
]);

export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** `images`: intensity in [0, 1], [rows × columns, pixels of an image], row by row. Cells touch. The same intensities give the same bytes. */
export function encodeIntensityGrid(
  images: Float32Array,
  { rows, columns }: Grid,
  shape: ImageShape,
): Uint8Array<ArrayBuffer> {
  const { imageWidth, imageHeight } = shape;
  const [width, height] = [columns * imageWidth, rows * imageHeight];
  if (images.length !== width * height) {
    throw new RangeError(
      `A grid of ${rows} × ${columns} cells takes ${width * height} pixels; it got ${images.length}.`,
    );
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const intensity = images[pixelOfGrid(x, y, columns, shape)];
      data[y * width + x] = Math.round(intensity * (numAmounts - 1));
    }
  }
  return Uint8Array.from(encode({ width, height, data, channels: 1, palette }, { zlib: { level: 9 } }));
}

/** Where the pixel of a grid at (x, y) is among the images, row by row. */
export function pixelOfGrid(x: number, y: number, columns: number, shape: ImageShape): number {
  const { imageWidth, imageHeight } = shape;
  const cell = Math.floor(y / imageHeight) * columns + Math.floor(x / imageWidth);
  return cell * imageLength(shape) + (y % imageHeight) * imageWidth + (x % imageWidth);
}
