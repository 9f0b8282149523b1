import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { drawMixture, fitMixture } from '../../../../training/evaluation/gaussian-mixture.ts';

const centres = [
  [0, 0],
  [20, 0],
  [0, 30],
];
const stds = [
  [1, 1],
  [2, 0.5],
  [0.5, 3],
];

/** 100, 200 and 300 points around three centres far apart. */
function clusters(): Float32Array {
  const random = createRandom('clusters');
  return Float32Array.from(
    centres.flatMap((centre, k) =>
      Array.from({ length: 200 * (k + 1) }, (_, i) => centre[i % 2] + stds[k][i % 2] * random.normal()),
    ),
  );
}

const fit = (codes: Float32Array, numComponents: number, dim = 2) =>
  fitMixture(codes, { dim, numComponents, random: createRandom('fit') });

describe('fitMixture', () => {
  it('recovers clusters that are far apart: their share, place and width', () => {
    const { weights, components } = fit(clusters(), 3);
    centres.forEach(([x, y], k) => {
      const found = components.findIndex(({ mean }) => Math.hypot(mean[0] - x, mean[1] - y) < 1);
      expect(weights[found]).toBeCloseTo((k + 1) / 6, 3);
      const { covariance } = components[found];
      expect(Math.sqrt(covariance[0]) / stds[k][0]).toBeCloseTo(1, 0);
      expect(Math.sqrt(covariance[3]) / stds[k][1]).toBeCloseTo(1, 0);
    });
  });

  it('is one Gaussian with the mean of the codes when it has one component', () => {
    const codes = Float32Array.of(0, 0, 2, 0, 4, 6);
    const { weights, components } = fit(codes, 1);
    expect(Array.from(weights)).toEqual([1]);
    Array.from(components[0].mean).forEach((value) => expect(value).toBeCloseTo(2, 12));
    // The divisor is n, and a thousandth of the mean variance, (4 + 12) / 2, is added to the diagonal.
    const expected = [8 / 3 + 0.008, 4, 4, 8 + 0.008];
    components[0].covariance.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 10));
  });

  it('stays finite for codes that are all the same, and for fewer codes than components', () => {
    const same = fit(new Float32Array(40).fill(0.5), 10);
    expect(Array.from(drawMixture(same, createRandom('draw'), 3))).toEqual(Array(6).fill(0.5));
    const few = fit(Float32Array.of(0, 0, 5, 5, 9, 0), 10);
    expect(few.components).toHaveLength(3);
    expect(drawMixture(few, createRandom('draw'), 50).every(Number.isFinite)).toBe(true);
  });

  it('gives the same mixture for the same seed', () => {
    expect(fit(clusters(), 5)).toEqual(fit(clusters(), 5));
  });
});

describe('drawMixture', () => {
  it('draws around each centre as often as its weight says', () => {
    const draws = drawMixture(fit(clusters(), 3), createRandom('draw'), 3000);
    const shares = centres.map(([x, y]) => {
      let near = 0;
      for (let at = 0; at < draws.length; at += 2) {
        if (Math.hypot(draws[at] - x, draws[at + 1] - y) < 14) near++;
      }
      return near / 3000;
    });
    shares.forEach((share, k) => expect(Math.abs(share - (k + 1) / 6)).toBeLessThan(0.03));
  });
});
