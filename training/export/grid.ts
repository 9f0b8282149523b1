/** Images side by side as one: what every picture of the trainer is laid out by. */
import { imageLength, type ImageShape } from '../../src/networks/blocks/image-shape.ts';

export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Images [rows × columns, numbers of an image] as one of [height, width, channels]: row by row, cells touch.
 * @throws RangeError when there are not as many images as cells.
 */
export function layOut(images: Float32Array, { rows, columns }: Grid, shape: ImageShape) {
  const { imageWidth, imageHeight, imageChannels } = shape;
  const [width, height] = [columns * imageWidth, rows * imageHeight];
  const pixels = new Float32Array(width * height * imageChannels);
  if (images.length !== pixels.length) {
    throw new RangeError(
      `A grid of ${rows} × ${columns} cells takes ${pixels.length} numbers; it got ${images.length}.`,
    );
  }
  const run = imageWidth * imageChannels;
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < columns; column++) {
      const cell = Math.floor(y / imageHeight) * columns + column;
      const from = cell * imageLength(shape) + (y % imageHeight) * run;
      pixels.set(images.subarray(from, from + run), (y * columns + column) * run);
    }
  }
  return { width, height, pixels };
}
