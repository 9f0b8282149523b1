import { expect, test } from 'vitest';
import { greyShare } from '../../../../../../src/components/figures/adversary/grey.ts';

test('paper does not count, and full ink is not grey', () => {
  expect(greyShare(Float32Array.of(0, 0.05, 0.5, 1))).toBe(0.5);
});
