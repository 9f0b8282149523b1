import { describe, expect, it } from 'vitest';
import { correlation } from '../../../../src/numerics/correlation.ts';

describe('correlation', () => {
  it('is 1 for a rising line, −1 for a falling one, and in between by hand', () => {
    const a = [1, 2, 3, 6];
    expect(
      correlation(
        a,
        a.map((x) => 5 + 0.1 * x),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      correlation(
        a,
        a.map((x) => 5 - 7 * x),
      ),
    ).toBeCloseTo(-1, 12);
    expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12);
    expect(correlation([1, 2, 3], [1, 0, 1])).toBeCloseTo(0, 12);
  });

  it('is not defined where one side is constant up to rounding, or for a single pair', () => {
    expect(correlation([1, 2, 3], [4, 4, 4])).toBeNaN();
    expect(correlation([0, 0, 0], [1, 2, 3])).toBeNaN();
    expect(correlation([1, 2, 3], [0.1, 0.1 + 2e-9, 0.1])).toBeNaN();
    expect(correlation([1], [2])).toBeNaN();
  });
});
