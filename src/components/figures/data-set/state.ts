/** A digit as the numbers that it is stored as, and the few around one of its pixels. Pure. */
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';

export const imageSide = 28;
export const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export interface NumbersFacts {
  /** The ten images, in class order along its first row. */
  readonly sheet: { readonly url: string; readonly rows: number };
  /** Intensity in 0..255, two hexadecimal digits a pixel: [10, 28 × 28]. */
  readonly pixels: string;
  /** Their numbers in MNIST's train file; undefined of synthetic ones, where the build found no MNIST. */
  readonly images: readonly number[] | undefined;
}

export interface NumbersState {
  readonly digit: (typeof digits)[number];
  /** From 0, at the top left. */
  readonly row: number;
  readonly column: number;
}

export const numbersFields: Fields<NumbersState> = {
  digit: choice(digits, 3),
  row: wholeNumber(imageSide, 9),
  column: wholeNumber(imageSide, 17),
};

export const intensityAt = (pixels: string, digit: number, row: number, column: number): number => {
  const start = 2 * ((digit * imageSide + row) * imageSide + column);
  return Number.parseInt(pixels.slice(start, start + 2), 16);
};

/** Pixels a side of the part that is shown as numbers. */
export const windowSide = 7;

/** Its first row or column: the pixel is in its middle, or nearer to an edge of the image. */
export const windowStart = (place: number): number =>
  Math.min(Math.max(place - Math.floor(windowSide / 2), 0), imageSide - windowSide);

/** A pixel of it, from its top left corner on. */
export interface WindowPixel {
  readonly row: number;
  readonly column: number;
  /** 0..255. */
  readonly intensity: number;
}

export function windowAround(pixels: string, { digit, row, column }: NumbersState): readonly WindowPixel[] {
  const [top, left] = [windowStart(row), windowStart(column)];
  return Array.from({ length: windowSide ** 2 }, (_, i) => {
    const place = { row: top + Math.floor(i / windowSide), column: left + (i % windowSide) };
    return { ...place, intensity: intensityAt(pixels, digit, place.row, place.column) };
  });
}
