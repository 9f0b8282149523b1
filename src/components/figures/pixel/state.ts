/**
 * One pixel that has ink (1) in a share of equally likely images and none (0) in the others: what each loss charges for painting a
 * value there, and the value that is charged least.
 */
import { decimal, type Fields } from '../shell/state/fields.ts';

export const pixelLosses = ['l1', 'l1+l2', 'l2'] as const;
export type PixelLoss = (typeof pixelLosses)[number];

export interface PixelState {
  /** Of the images that have ink there. */
  readonly share: number;
}

export const pixelFields: Fields<PixelState> = { share: decimal(1, 0.6) };

const inBounds = (value: number): number => Math.min(Math.max(value, 0), 1);

interface PixelRule {
  /** The mean loss over the images when the pixel is painted with `value`. */
  expected(share: number, value: number): number;
  /** The value where that is least. */
  best(share: number): number;
}

const expectedL1 = (share: number, value: number): number => share * (1 - value) + (1 - share) * value;
const expectedL2 = (share: number, value: number): number =>
  share * (1 - value) ** 2 + (1 - share) * value ** 2;

/**
 * The slope of the expected loss by the value is 1 − 2 share for L1, 2 (value − share) for L2, and their sum for both. At a share of
 * one half all values cost L1 the same; the middle one is taken.
 */
export const pixelRules: Readonly<Record<PixelLoss, PixelRule>> = {
  l1: { expected: expectedL1, best: (share) => (share > 0.5 ? 1 : share < 0.5 ? 0 : 0.5) },
  'l1+l2': {
    expected: (share, value) => expectedL1(share, value) + expectedL2(share, value),
    best: (share) => inBounds(2 * share - 0.5),
  },
  l2: { expected: expectedL2, best: (share) => share },
};
