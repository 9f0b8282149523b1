/** Pictures of digits as one PNG for a page: black whose alpha is the ink, rounded to 64 amounts. */
import { encode } from 'fast-png';
import { imageLength, type ImageShape } from '../../networks/blocks/image-shape.ts';

/** `ink`: in [0, 1], picture after picture; row after row of `columns` cells that touch. */
export function encodeSheet(ink: Float32Array, columns: number, shape: ImageShape): Uint8Array<ArrayBuffer> {
  const { imageWidth, imageHeight } = shape;
  const length = imageLength(shape);
  const [width, height] = [columns * imageWidth, (ink.length / length / columns) * imageHeight];
  const data = new Uint8Array(2 * width * height);
  ink.forEach((amount, i) => {
    const [cell, pixel] = [Math.floor(i / length), i % length];
    const y = Math.floor(cell / columns) * imageHeight + Math.floor(pixel / imageWidth);
    const x = (cell % columns) * imageWidth + (pixel % imageWidth);
    data[2 * (y * width + x) + 1] = Math.round((255 / 63) * Math.round(63 * amount));
  });
  return new Uint8Array(encode({ width, height, data, channels: 2, depth: 8 }));
}
