import { describe, expect, it } from 'vitest';
import { createRandom, normalArray, randomFrom } from '../../../../src/numerics/random.ts';

const draws = (seed: number | string, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.uniform());
};

describe('random numbers', () => {
  it('are these, for ever: a seed names a sequence', () => {
    expect(draws(1, 3)).toEqual([0.3078219504095614, 0.8028331729583442, 0.7688701734878123]);
    expect([...createRandom('order').permutation(8)]).toEqual([7, 0, 4, 5, 1, 6, 2, 3]);
  });

  it('differ between seeds and repeat within one', () => {
    expect(draws(1, 5)).toEqual(draws(1, 5));
    expect(draws(1, 5)).not.toEqual(draws(2, 5));
  });

  it('of a fork do not move when the parent or another fork draws more', () => {
    const still = createRandom(7).fork('noise').uniform();
    const busy = createRandom(7);
    busy.uniform();
    busy.fork('shuffle').permutation(10);
    expect(busy.fork('noise').uniform()).toBe(still);
    expect(busy.fork('shuffle').uniform()).not.toBe(still);
  });

  it('are uniform: mean, variance and no value outside [0, 1)', () => {
    const values = draws('uniform', 20_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it('are normal: mean, variance, skewness and kurtosis of N(0, std²)', () => {
    const values = normalArray(createRandom('normal'), 50_000, 2);
    const moment = (power: number) =>
      values.reduce((sum, value) => sum + (value / 2) ** power, 0) / values.length;
    expect(moment(1)).toBeCloseTo(0, 1);
    expect(moment(2)).toBeCloseTo(1, 1);
    expect(moment(3)).toBeCloseTo(0, 1);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15);
  });

  it('shuffle: a permutation holds each index once, and each place sees each index', () => {
    const random = createRandom('shuffle');
    const places = Array.from({ length: 200 }, () => random.permutation(5));
    for (const order of places) expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
    for (let place = 0; place < 5; place++) expect(new Set(places.map((order) => order[place])).size).toBe(5);
  });

  it('go on from a copy of their state as they do themselves, the waiting normal number included', () => {
    const random = createRandom('copied');
    random.normal();
    const copy = randomFrom(structuredClone(random.state));
    const next = (from: typeof random) => [from.normal(), from.normal(), from.fork('x').uniform()];
    expect(next(copy)).toEqual(next(random));
  });
});
