import { expect, test } from 'vitest';
import { createRandom } from '../../../../../../src/numerics/random.ts';
import {
  axesOf,
  between,
  codeOfNearest,
  codeOnAxes,
  tenthsOf,
} from '../../../../../../src/components/figures/walk/layout.ts';

/** Codes that vary most along the third number, and next along the first. */
const dim = 4;
const stds = [2, 0.5, 5, 0.5];
const random = createRandom('a walk');
const codes = Float32Array.from({ length: 300 * dim }, (_, at) => 1 + stds[at % dim] * random.normal());
const directions = Float32Array.from([0, 0, -1, 0, 1, 0, 0, 0, 0, 1, 0, 0]); // slant, ink, width
const map = {
  places: Float32Array.from({ length: 600 }, () => random.uniform()),
  directions,
  fits: new Float32Array(6),
};
const axes = axesOf(codes, map);

test('the plane is that of most variance, turned so that right leans right and up has more ink', () => {
  const [first, second] = [axes.components.subarray(0, dim), axes.components.subarray(dim, 2 * dim)];
  expect(first[2]).toBeLessThan(-0.95);
  expect(second[0]).toBeGreaterThan(0.95);
  for (const place of axes.places) expect(Math.abs(place - 0.5)).toBeLessThanOrEqual(0.5);
});

test('the middle of the plane is the mean of the codes, and a step along a further axis leaves the plane', () => {
  expect([...codeOnAxes(axes, { x: 0.5, y: 0.5 }, [0, 0])]).toEqual(
    [...axes.mean].map((value) => Math.fround(value)),
  );
  const moved = codeOnAxes(axes, { x: 0.5, y: 0.5 }, [2, 0]);
  const length = Math.hypot(...moved.map((value, i) => value - axes.mean[i]));
  expect(length).toBeCloseTo(2 * Math.sqrt(axes.variances[2]), 4);
});

test('the place of a code on the axes leads back to the code but for what the plane leaves out', () => {
  const [x, y] = axes.places.subarray(20, 22);
  const back = codeOnAxes(axes, { x, y }, [0, 0]);
  const error = Math.hypot(...back.map((value, i) => value - codes[10 * dim + i]));
  expect(error).toBeLessThan(3);
});

test('at the dot of an image its own code is nearly all of the mean, and the whole of one', () => {
  const [x, y] = map.places.subarray(14, 16);
  const own = codes.subarray(7 * dim, 8 * dim);
  expect(codeOfNearest(codes, map, { x, y }, 1)).toEqual(Float32Array.from(own));
  codeOfNearest(codes, map, { x, y }, 20).forEach((value, i) => expect(value).toBeCloseTo(own[i], 0));
});

test('of two equally near codes it is the middle', () => {
  const two = { places: Float32Array.from([0.25, 0.5, 0.75, 0.5]) };
  expect([...codeOfNearest(Float32Array.from([0, 2, 4, 6]), two, { x: 0.5, y: 0.5 }, 2)]).toEqual([2, 4]);
});

test('a layout moves straight to the next of the same images, and at once to one of others', () => {
  const [from, to] = [Float32Array.from([0, 1]), Float32Array.from([1, 0])];
  expect([...between(from, to, 0.25)]).toEqual([0.25, 0.75]);
  expect([...between(Float32Array.from([9, 9, 9, 9]), to, 0.25)]).toEqual([1, 0]);
});

test('tenths are even, however the values lie', () => {
  const tenths = tenthsOf(Array.from({ length: 40 }, (_, i) => 2 ** -i));
  expect(tenths[0]).toBe(9);
  expect(tenths[39]).toBe(0);
  for (let tenth = 0; tenth < 10; tenth++) expect(tenths.filter((each) => each === tenth).length).toBe(4);
});
