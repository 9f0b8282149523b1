import { describe, expect, it } from 'vitest';
import { mapCodes } from '../../../../src/numerics/code-map.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';

describe('the map of content codes', () => {
  const codes = normalArray(createRandom('map'), 60 * 5, 1).map((value, i) => value * (5 - (i % 5)));

  it('shows codes of two numbers as they are', () => {
    expect([...mapCodes(Float32Array.of(1, 2, 3, 4), 2, undefined)]).toEqual([1, 2, 3, 4]);
  });

  it('spreads longer codes along their two axes of most variance', () => {
    const map = mapCodes(codes, 5, undefined);
    const spread = (axis: number) => map.reduce((sum, x, i) => sum + (i % 2 === axis ? x * x : 0), 0) / 60;
    expect(spread(0)).toBeGreaterThan(spread(1));
    expect(spread(1)).toBeGreaterThan(9);
  });

  it('does not turn or flip when the codes stay: it is laid on the map before', () => {
    const map = mapCodes(codes, 5, undefined);
    const turned = map.map((_, i) => (i % 2 === 0 ? map[i + 1] : map[i - 1])); // a quarter turn and a flip
    const again = mapCodes(codes, 5, turned);
    again.forEach((value, i) => expect(value).toBeCloseTo(turned[i], 4));
  });
});
