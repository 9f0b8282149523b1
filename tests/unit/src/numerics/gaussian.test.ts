import { describe, expect, it } from 'vitest';
import { drawGaussian, fitGaussian, standardGaussian } from '../../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../../src/numerics/random.ts';

/** Rows of a known Gaussian: x = 1 + 2a, y = −3 + a + 0.5b with a, b standard normal. */
function knownRows(count: number): Float32Array {
  const random = createRandom('known');
  const rows = new Float32Array(count * 2);
  for (let row = 0; row < count; row++) {
    const a = random.normal();
    rows[row * 2] = 1 + 2 * a;
    rows[row * 2 + 1] = -3 + a + 0.5 * random.normal();
  }
  return rows;
}

describe('fitGaussian', () => {
  it('finds mean and covariance by hand for three points', () => {
    const { mean, covariance } = fitGaussian(Float32Array.of(0, 0, 2, 0, 4, 6), 2);
    expect(Array.from(mean)).toEqual([2, 2]);
    expect(Array.from(covariance)).toEqual([4, 6, 6, 12]);
  });

  it('recovers the Gaussian that many rows were drawn from', () => {
    const { mean, covariance } = fitGaussian(knownRows(50_000), 2);
    [1, -3].forEach((value, i) => expect(mean[i]).toBeCloseTo(value, 1));
    [4, 2, 2, 1.25].forEach((value, i) => expect(covariance[i]).toBeCloseTo(value, 1));
  });

  it('factors the covariance into a lower triangle', () => {
    const { covariance, cholesky } = fitGaussian(knownRows(1_000), 2);
    const [l00, l01, l10, l11] = cholesky;
    expect(l01).toBe(0);
    expect(l00 * l00).toBeCloseTo(covariance[0], 6);
    expect(l10 * l00).toBeCloseTo(covariance[1], 6);
    expect(l10 * l10 + l11 * l11).toBeCloseTo(covariance[3], 6);
  });

  it('stays finite when codes span fewer directions than they have', () => {
    const draws = (rows: number[]) =>
      drawGaussian(fitGaussian(Float32Array.from(rows), 3), createRandom(1), { count: 50 });
    for (let i = 0; i < 50; i++) {
      const [x, y, z] = draws([0, 0, 5, 1, 2, 5, 2, 4, 5]).subarray(i * 3);
      expect(y).toBeCloseTo(2 * x, 2);
      expect(z).toBeCloseTo(5, 2);
    }
    expect(Array.from(draws([1, 2, 3, 1, 2, 3]).subarray(0, 3))).toEqual([1, 2, 3]);
  });

  it('refuses a single code, which has no covariance', () => {
    expect(() => fitGaussian(Float32Array.of(1, 2), 2)).toThrow(
      'fitGaussian needs at least two whole rows of 2 numbers; it got 2 numbers.',
    );
  });
});

describe('drawGaussian', () => {
  it('gives rows whose own fit is the Gaussian they came from', () => {
    const fitted = fitGaussian(knownRows(2_000), 2);
    const again = fitGaussian(drawGaussian(fitted, createRandom('draw'), { count: 50_000 }), 2);
    again.mean.forEach((value, i) => expect(value).toBeCloseTo(fitted.mean[i], 1));
    again.covariance.forEach((value, i) => expect(value).toBeCloseTo(fitted.covariance[i], 1));
  });

  it('shrinks the same draws towards the mean as the temperature falls', () => {
    const fitted = fitGaussian(knownRows(100), 2);
    const draw = (temperature: number) => drawGaussian(fitted, createRandom(7), { count: 10, temperature });
    const [cold, half, full] = [0, 0.5, 1].map(draw);
    for (let i = 0; i < 20; i++) {
      expect(cold[i]).toBeCloseTo(fitted.mean[i % 2], 5);
      expect(half[i]).toBeCloseTo((cold[i] + full[i]) / 2, 5);
    }
  });

  it('passes the generator’s own normals through for N(0, I)', () => {
    const random = createRandom('normals');
    const expected = Array.from({ length: 6 }, () => Math.fround(random.normal()));
    const draws = drawGaussian(standardGaussian(3), createRandom('normals'), { count: 2 });
    expect(Array.from(draws)).toEqual(expected);
  });
});
