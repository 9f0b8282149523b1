import { expect, test } from 'vitest';
import { leader } from '../../../../../../src/components/figures/losses/loss-table.ts';

test('a value leads when it is better than the next by more than the margin', () => {
  expect(leader([3, 1, 2], 'low', 0.5)).toBe(1);
  expect(leader([3, 1, 2], 'low', 1)).toBeUndefined();
  expect(leader([0.9, 0.8, 0.7], 'high', 0.05)).toBe(0);
});
