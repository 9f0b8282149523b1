/** The search and the order of the list of runs. */
import { expect, it } from 'vitest';
import { hasAllWords, sortedOrder } from '../../../../../../src/components/figures/runs/order.ts';

it('finds a text that has every word, in any order and case', () => {
  const text = 'vae-mnist-dense-k10 vae on mnist';
  expect(hasAllWords(text, 'K10 vae')).toBe(true);
  expect(hasAllWords(text, 'vae k50')).toBe(false);
  expect(hasAllWords(text, '  ')).toBe(true);
});

it('sorts numbers as numbers, and leaves what has no value last either way', () => {
  const values = [10, undefined, 9, 100];
  expect(sortedOrder(values, false)).toEqual([2, 0, 3, 1]);
  expect(sortedOrder(values, true)).toEqual([3, 0, 2, 1]);
});

it('keeps the order of equal values', () => {
  expect(sortedOrder(['b', 'a', 'b', 'a'], false)).toEqual([1, 3, 0, 2]);
});
