import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { symmetricEigen } from '../../../../src/numerics/symmetric-eigen.ts';

/** Symmetric, entries N(0, 1) plus their mirror. */
function randomSymmetric(dim: number): Float64Array {
  const random = createRandom(`eigen ${dim}`);
  const matrix = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j <= i; j++) matrix[i * dim + j] = matrix[j * dim + i] = random.normal();
  }
  return matrix;
}

const rowOf = (values: Float64Array, k: number, dim: number) => values.subarray(k * dim, (k + 1) * dim);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const times = (matrix: Float64Array, vector: Float64Array) =>
  vector.map((_, i) => dot(rowOf(matrix, i, vector.length), vector));

describe('the eigenvalues of a symmetric matrix', () => {
  it('are those of a case worked by hand: [[2, 1], [1, 2]] has 3 along (1, 1) and 1 across', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(vectors[0]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(vectors[1]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(Math.abs(vectors[2] + vectors[3])).toBeLessThan(1e-14);
  });

  it('are those known in closed form: the second difference of n points', () => {
    const dim = 12;
    const matrix = Float64Array.from({ length: dim * dim }, (_, at) => {
      const distance = Math.abs((at % dim) - Math.floor(at / dim));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    const expected = Array.from({ length: dim }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (dim + 1)));
    const { values } = symmetricEigen(matrix, dim);
    expected.reverse().forEach((value, k) => {
      expect(values[k]).toBeCloseTo(value, 13);
    });
  });

  it.each([1, 5, 64])(
    'come in descending order with orthonormal vectors that they belong to, size %i',
    (dim) => {
      const matrix = randomSymmetric(dim);
      const { values, vectors } = symmetricEigen(matrix, dim);
      let worst = 0;
      for (let k = 0; k < dim; k++) {
        const vector = rowOf(vectors, k, dim);
        times(matrix, vector).forEach(
          (x, i) => (worst = Math.max(worst, Math.abs(x - values[k] * vector[i]))),
        );
        for (let other = 0; other <= k; other++) {
          const expected = other === k ? 1 : 0;
          worst = Math.max(worst, Math.abs(dot(vector, rowOf(vectors, other, dim)) - expected));
        }
        if (k > 0) expect(values[k]).toBeLessThanOrEqual(values[k - 1]);
      }
      expect(worst).toBeLessThan(1e-12);
    },
  );

  it('repeat where the matrix repeats them, and are zero in directions it does not have', () => {
    const ones = new Float64Array(9).fill(1); // rank 1
    const { values, vectors } = symmetricEigen(ones, 3);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(Math.abs(values[1])).toBeLessThan(1e-14);
    expect(Math.abs(values[2])).toBeLessThan(1e-14);
    expect(Math.abs(dot(rowOf(vectors, 1, 3), rowOf(vectors, 2, 3)))).toBeLessThan(1e-14);
    expect(Array.from(symmetricEigen(new Float64Array(4), 2).values)).toEqual([0, 0]);
  });

  it('leave the matrix as it is and come out the same each time', () => {
    const matrix = randomSymmetric(7);
    const before = matrix.slice();
    const first = symmetricEigen(matrix, 7);
    expect(symmetricEigen(matrix, 7)).toEqual(first);
    expect(matrix).toEqual(before);
  });

  it('are refused for another size and for what is not a number', () => {
    expect(() => symmetricEigen(new Float64Array(5), 2)).toThrow(
      'symmetricEigen expects a 2 × 2 matrix, 4 numbers; it got 5.',
    );
    expect(() => symmetricEigen(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow(
      'symmetricEigen expects finite numbers; the matrix holds others.',
    );
  });
});
