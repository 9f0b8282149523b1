/** Sheets of original images as PNGs: grey 0 with ink as alpha, as all pictures of digits here. */
import { encode } from 'fast-png';
import { imageLength, type ImageShape } from '../../../networks/blocks/image-shape.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { imagesPerSheet, sheetColumns, sheetRows } from './original-sheets.ts';

const cellSize = 28;
const width = sheetColumns * cellSize;
const height = sheetRows * cellSize;

/** @param images [n, 28 × 28], ink in 0..255; past the last image the sheet stays empty. */
export function encodeOriginalSheet(images: Uint8Array, sheet: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(width * height * 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor(y / cellSize) * sheetColumns + Math.floor(x / cellSize);
      const image = sheet * imagesPerSheet + cell;
      const pixel = (y % cellSize) * cellSize + (x % cellSize);
      data[(y * width + x) * 2 + 1] = images[image * cellSize * cellSize + pixel] ?? 0;
    }
  }
  return new Uint8Array(encode({ width, height, data, channels: 2, depth: 8 }));
}

/** Those of `images`, by their row in `originals` [n × numbers of an image], ink in 0..255. */
export function encodeChosenOriginals(
  originals: Uint8Array,
  images: readonly number[],
  columns: number,
  shape: ImageShape,
): Uint8Array<ArrayBuffer> {
  const length = imageLength(shape);
  const ink = images.flatMap((image) => [...originals.subarray(image * length, (image + 1) * length)]);
  return encodeSheet(
    Float32Array.from(ink, (amount) => amount / 255),
    columns,
    shape,
  );
}
