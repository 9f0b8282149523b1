import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { encodeOriginalSheet } from '../../../../../../src/components/figures/originals/encode-sheet.ts';
import {
  imagesPerSheet,
  sheetColumns,
  sheetPosition,
  sheetRows,
} from '../../../../../../src/components/figures/originals/original-sheets.ts';

const numPixels = 28 * 28;

/** Image i is flat, of ink i mod 251, but for its first pixel, which is 255. */
const images = Uint8Array.from({ length: 250 * numPixels }, (_, at) =>
  at % numPixels === 0 ? 255 : Math.floor(at / numPixels) % 251,
);

test('an image is where its position says, as ink on nothing', () => {
  for (const image of [0, 1, 21, 199, 200, 249]) {
    const { sheet, row, column } = sheetPosition(image);
    const { data, width, height, channels } = decode(encodeOriginalSheet(images, sheet));
    expect([width, height, channels]).toEqual([sheetColumns * 28, sheetRows * 28, 2]);
    const greyAndInk = (x: number, y: number) => {
      const at = ((row * 28 + y) * width + column * 28 + x) * 2;
      return [data[at], data[at + 1]];
    };
    expect(greyAndInk(0, 0)).toEqual([0, 255]);
    expect(greyAndInk(27, 27)).toEqual([0, image % 251]);
  }
});

test('past the last image a sheet is empty', () => {
  const { data } = decode(encodeOriginalSheet(images, 12));
  expect(sheetPosition(250)).toEqual({ sheet: 12, row: 1, column: 0 });
  expect(data.slice(-2)).toEqual(new Uint8Array([0, 0]));
  expect(imagesPerSheet).toBe(20);
});
