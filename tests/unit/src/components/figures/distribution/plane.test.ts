import { expect, test } from 'vitest';
import {
  drawsFrom,
  gridCodes,
  numDraws,
  planeCodes,
  planeFields,
  posteriorsOf,
} from '../../../../../../src/components/figures/distribution/plane.ts';
import { mapSteps } from '../../../../../../src/components/figures/content-map/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

/** Two images: means, then log variances. */
const shown = Float32Array.of(0, 1, 0, 0, 5, -5, Math.log(4), Math.log(0.25));

test('the plane’s whole state goes through a link', () => {
  const text = 'kl:without,x:-31.5,y:12.25,image:14,seed:7,layer:pictures';
  expect(formatState(planeFields, parseState(planeFields, text))).toBe(text);
  expect(parseState(planeFields, 'kl:some,x:1000,image:20')).toEqual(parseState(planeFields, ''));
});

test('an encoding is a Gaussian: log variances become standard deviations', () => {
  const [first, second] = posteriorsOf(shown);
  expect(first).toEqual({ mean: [0, 1], std: [1, 1] });
  expect(second.mean).toEqual([5, -5]);
  expect(second.std[0]).toBeCloseTo(2);
  expect(second.std[1]).toBeCloseTo(0.5);
});

test('draws scatter about the mean as the posterior says, in the same directions for every image', () => {
  const [first, second] = posteriorsOf(shown);
  const [a, b] = [drawsFrom(first, 3), drawsFrom(second, 3)];
  expect(a).toHaveLength(numDraws);
  a.forEach(([x, y], i) => {
    expect(b[i][0] - 5).toBeCloseTo(2 * x, 4);
    expect(b[i][1] + 5).toBeCloseTo(0.5 * (y - 1), 4);
  });
  expect(drawsFrom(first, 4)).not.toEqual(a);
});

test('beside the plane are drawn the point, the mean and the draws', () => {
  const codes = planeCodes({ shown }, { place: [9, 8], image: 1, seed: 0 });
  expect(codes).toHaveLength(2 * (2 + numDraws));
  expect([...codes.subarray(0, 4)]).toEqual([9, 8, 5, -5]);
});

test('the decoder draws at the middles of all cells', () => {
  expect(gridCodes(undefined, { extent: 4 })).toHaveLength(2 * mapSteps ** 2);
});
