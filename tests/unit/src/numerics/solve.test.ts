import { describe, expect, it } from 'vitest';
import { createSolver } from '../../../../src/numerics/solve.ts';

describe('createSolver', () => {
  it('solves three equations by hand, again and again', () => {
    const solve = createSolver(Float64Array.of(4, 2, 0, 2, 5, 1, 0, 1, 3), 3);
    for (const expected of [
      [1, 2, 3],
      [-1, 0, 0.5],
    ]) {
      const [x, y, z] = expected;
      const solution = Float64Array.of(4 * x + 2 * y, 2 * x + 5 * y + z, y + 3 * z);
      solve(solution);
      solution.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
    }
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => createSolver(Float64Array.of(1, 1, 1, 1), 2)).toThrow(
      'createSolver needs a positive definite matrix; pivot 1 is 0.',
    );
  });
});
