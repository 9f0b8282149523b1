import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { frechetBetween, frechetDistance } from '../../../../training/evaluation/frechet.ts';

const gaussian = (mean: number[], covariance: number[]) => ({
  dim: mean.length,
  mean: Float64Array.from(mean),
  covariance: Float64Array.from(covariance),
});

function features(count: number, dim: number, name = 'features'): Float32Array {
  const random = createRandom(name);
  return Float32Array.from({ length: count * dim }, () => random.normal());
}

describe('frechetBetween', () => {
  it('is 0 for a Gaussian and itself', () => {
    const one = gaussian([1, -2], [2, 0.7, 0.7, 1]);
    expect(frechetBetween(one, one)).toBeCloseTo(0, 12);
  });

  it('is the squared distance of the means when the covariances are equal', () => {
    const covariance = [2, 0.7, 0.7, 1];
    expect(frechetBetween(gaussian([0, 0], covariance), gaussian([3, 4], covariance))).toBeCloseTo(25, 10);
  });

  it('adds the squared differences of the standard deviations when the covariances commute', () => {
    const a = gaussian([0, 0, 0], [4, 0, 0, 0, 1, 0, 0, 0, 9]);
    const b = gaussian([1, 0, 0], [1, 0, 0, 0, 1, 0, 0, 0, 25]);
    expect(frechetBetween(a, b)).toBeCloseTo(1 + 1 + 0 + 4, 10);
  });

  it('follows the closed form of two by two matrices that do not commute', () => {
    const [a, b] = [gaussian([0, 0], [2, 1, 1, 3]), gaussian([0, 0], [5, -2, -2, 1])];
    // tr √M = √(tr M + 2 √det M) for M = S₁ S₂: trace 9, determinant 5.
    expect(frechetBetween(a, b)).toBeCloseTo(11 - 2 * Math.sqrt(9 + 2 * Math.sqrt(5)), 10);
    expect(frechetBetween(b, a)).toBeCloseTo(frechetBetween(a, b), 10);
  });

  it('bears directions without variance, such as a feature that never fires', () => {
    const flat = gaussian([0, 0], [1, 0, 0, 0]);
    expect(frechetBetween(flat, flat)).toBeCloseTo(0, 12);
    expect(frechetBetween(flat, gaussian([0, 0], [1, 0, 0, 4]))).toBeCloseTo(4, 12);
  });
});

describe('frechetDistance', () => {
  it('is 0 for a set of features and itself', () => {
    const own = features(300, 8);
    expect(frechetDistance(own, own, 8)).toBeCloseTo(0, 8);
  });

  it('finds how far and how much wider many draws are than others', () => {
    const moved = features(20_000, 2, 'others').map((value, i) => (i % 2 ? 3 * value : value + 2));
    expect(frechetDistance(features(20_000, 2), moved, 2)).toBeCloseTo(4 + 4, 0);
  });
});
