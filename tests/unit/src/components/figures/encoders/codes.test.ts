import { expect, test } from 'vitest';
import { codeStds, drawnCodes, shownCode } from '../../../../../../src/components/figures/encoders/codes.ts';
import { rowsBetween } from '../../../../../../src/numerics/arrays.ts';
import type { EncoderCheckpoint } from '../../../../../../src/components/figures/encoders/models.ts';

/** Two code numbers; the code of image i is (i, −i). */
const checkpoint = {
  manifest: { model: { codeDim: 2, gaussianCode: false } },
  shown: Float32Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : -1) * Math.floor(i / 2)),
  codeMean: Float32Array.of(10, -10),
  codeCovariance: Float32Array.of(4, 0, 0, 0.25),
} as unknown as EncoderCheckpoint;

test('training images come before validation images, in class order', () => {
  expect([...shownCode(checkpoint, 'training', 3)]).toEqual([3, -3]);
  expect([...shownCode(checkpoint, 'validation', 3)]).toEqual([13, -13]);
});

test('the way between two codes holds both ends', () => {
  const way = rowsBetween(Float32Array.of(0, 1), Float32Array.of(3, 1), 4);
  expect([...way]).toEqual([0, 1, 1, 1, 2, 1, 3, 1]);
});

test('the spread of a code number is that of the fitted Gaussian', () => {
  expect([...codeStds(checkpoint)]).toEqual([2, 0.5]);
});

test('a seed decides the draws, and the fitted Gaussian draws about the mean of the codes', () => {
  const draw = (prior: 'standard' | 'fitted', seed: number) =>
    drawnCodes(checkpoint, { prior, seed, count: 2000 });
  const meanOf = (codes: Float32Array, number: number): number =>
    codes.filter((_, i) => i % 2 === number).reduce((sum, value) => sum + value, 0) / 2000;
  expect(draw('fitted', 1)).toEqual(draw('fitted', 1));
  expect(draw('fitted', 1)).not.toEqual(draw('fitted', 2));
  expect(meanOf(draw('standard', 1), 0)).toBeCloseTo(0, 0);
  expect(meanOf(draw('fitted', 1), 0)).toBeCloseTo(10, 0);
});
