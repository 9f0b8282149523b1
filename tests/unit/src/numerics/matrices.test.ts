import { describe, expect, it } from 'vitest';
import { multiplyTransposed, trace, transpose, wholeRows } from '../../../../src/numerics/matrices.ts';

describe('the products of matrices', () => {
  it('multiplies the rows of one with the rows of the other', () => {
    const a = Float64Array.of(1, 2, 3, 4);
    const b = Float64Array.of(1, 0, 0, 1, 1, 1, 2, -1, 10, 20);
    expect(Array.from(multiplyTransposed(a, b, 2))).toEqual([1, 2, 3, 0, 50, 3, 4, 7, 2, 110]);
  });

  it('transposes', () => {
    expect(Array.from(transpose(Float32Array.of(1, 2, 3, 4, 5, 6), 3))).toEqual([1, 4, 2, 5, 3, 6]);
  });

  it('sums the diagonal', () => {
    expect(trace(Float64Array.of(1, 9, 9, 2), 2)).toBe(3);
  });

  it('says when a row is not whole', () => {
    expect(() => wholeRows(new Float64Array(7), 2)).toThrow(
      'Expected whole rows of 2 numbers; got 7 numbers.',
    );
  });
});
