import { expect, test } from 'vitest';
import { scratch32, scratch64, withScratch } from '../../../../src/numerics/scratch.ts';

test('the second step gets the memory of the first, all zeros', () => {
  const step = () =>
    withScratch(() => {
      const arrays = [scratch32(3), scratch64(2)];
      expect(arrays.map((array) => Array.from(array))).toEqual([
        [0, 0, 0],
        [0, 0],
      ]);
      for (const array of arrays) array.fill(7);
      return arrays.map(({ buffer, byteOffset }) => ({ buffer, byteOffset }));
    });
  step(); // tells how much room a step takes
  const [first, second] = [step(), step()];
  expect(second).toEqual(first);
  expect(second[0].buffer).toBe(first[1].buffer);
  expect(second.map(({ byteOffset }) => byteOffset)).toEqual([0, 16]);
});

test('what an inner scope takes is given back, and what the outer took stays', () => {
  const outer = () =>
    withScratch(() => {
      const kept = scratch32(4).fill(1);
      const lent = withScratch(() => scratch32(4).fill(2));
      const again = scratch32(4);
      return {
        kept: Array.from(kept),
        isAgain: again.byteOffset === lent.byteOffset,
        lent: Array.from(lent),
      };
    });
  outer();
  expect(outer()).toEqual({ kept: [1, 1, 1, 1], isAgain: true, lent: [0, 0, 0, 0] });
});

test('a step that takes more than any before it has arrays of its own, and one that throws gives its room back', () => {
  const small = withScratch(() => scratch64(1));
  const large = withScratch(() => scratch64(1e6));
  expect(large).toHaveLength(1e6);
  expect(large.buffer).not.toBe(small.buffer);
  const take = () => withScratch(() => scratch64(1).byteOffset);
  expect(() =>
    withScratch(() => {
      scratch64(10);
      throw new Error('diverged');
    }),
  ).toThrow('diverged');
  expect(take()).toBe(0);
});

test('without a scope, each array is its own', () => {
  expect(scratch32(2).buffer).not.toBe(scratch32(2).buffer);
});
