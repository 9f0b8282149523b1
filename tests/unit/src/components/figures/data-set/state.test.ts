import { describe, expect, it } from 'vitest';
import {
  imageSide,
  intensityAt,
  numbersFields,
  windowAround,
  windowSide,
  windowStart,
} from '../../../../../../src/components/figures/data-set/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const initial = parseState(numbersFields, '');

/** Each pixel of image `digit` has its row, but for one of image 2. */
const bytes = Uint8Array.from(
  { length: 10 * imageSide ** 2 },
  (_, i) => Math.floor(i / imageSide) % imageSide,
);
bytes[2 * imageSide ** 2 + 5 * imageSide + 6] = 255;
const pixels = Buffer.from(bytes).toString('hex');

describe('An image as numbers', () => {
  it('goes through a link', () => {
    const state = { digit: 8, row: 27, column: 0 } as const;
    expect(parseState(numbersFields, formatState(numbersFields, state))).toEqual(state);
    expect(parseState(numbersFields, 'digit:10,row:28,column:-1')).toEqual(initial);
  });

  it('gives the intensity of each pixel, image after image', () => {
    expect(intensityAt(pixels, 0, 27, 0)).toBe(27);
    expect(intensityAt(pixels, 2, 5, 6)).toBe(255);
    expect(intensityAt(pixels, 2, 6, 5)).toBe(6);
    expect(intensityAt(pixels, 9, 27, 27)).toBe(27);
  });

  it('shows the numbers around a pixel, and never any beyond an edge', () => {
    const numbers = windowAround(pixels, { digit: 2, row: 5, column: 6 });
    expect(numbers).toHaveLength(windowSide ** 2);
    expect(numbers[24]).toEqual({ row: 5, column: 6, intensity: 255 });
    expect(numbers[0]).toEqual({ row: 2, column: 3, intensity: 2 });
    expect([0, 3, 14, 24, 27].map(windowStart)).toEqual([0, 0, 11, 21, 21]);
  });
});
