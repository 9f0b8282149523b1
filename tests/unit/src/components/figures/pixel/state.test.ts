import { expect, test } from 'vitest';
import { pixelRules, pixelLosses } from '../../../../../../src/components/figures/pixel/state.ts';

const shares = Array.from({ length: 101 }, (_, i) => i / 100);

test('no value is charged less than the best one, under any loss, at any share', () => {
  for (const loss of pixelLosses) {
    for (const share of shares) {
      const least = Math.min(...shares.map((value) => pixelRules[loss].expected(share, value)));
      expect(
        pixelRules[loss].expected(share, pixelRules[loss].best(share)),
        `${loss}, ${share}`,
      ).toBeLessThanOrEqual(least + 1e-12);
    }
  }
});

test('L2 paints the mean, L1 the majority, their sum paper up to a quarter and ink from three quarters', () => {
  expect([0, 0.3, 0.6, 1].map((share) => pixelRules.l2.best(share))).toEqual([0, 0.3, 0.6, 1]);
  expect([0, 0.49, 0.51, 1].map((share) => pixelRules.l1.best(share))).toEqual([0, 0, 1, 1]);
  expect([0.1, 0.25, 0.5, 0.75, 0.9].map((share) => pixelRules['l1+l2'].best(share))).toEqual([
    0, 0, 0.5, 1, 1,
  ]);
});
