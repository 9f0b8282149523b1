/** The pictures of the moment that the figure begins with, as one sheet: a row of the batch each, then the wall in rows of as many. */
import { encode } from 'fast-png';
import { pixelsOf, rowAt, rowNames, wallAt, isSigned } from './pictures.ts';
import { imageSide, type Recording } from './recording.ts';
import { firstMoment } from './state.ts';

/** Rows that are not there yet stay empty. */
export function encodeFirstFrame(recording: Recording): Uint8Array<ArrayBuffer> {
  const columns = recording.settings.batchSize;
  const width = columns * imageSide;
  const blank = new Uint8ClampedArray(width * imageSide * 4);
  const parts = [
    ...rowNames.map((row) => {
      const values = rowAt(recording, firstMoment, row);
      return values ? pixelsOf(values, columns, isSigned(row)) : blank;
    }),
    pixelsOf(wallAt(recording, firstMoment), columns, false),
  ];
  const data = Uint8Array.from(parts.flatMap((part) => [...part]));
  return new Uint8Array(encode({ width, height: data.length / width / 4, data, channels: 4, depth: 8 }));
}
