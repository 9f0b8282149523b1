import { expect, test } from 'vitest';
import {
  imagesIn,
  loopField,
  loopOf,
  regionOf,
  type Loop,
} from '../../../../../../src/components/figures/walk/region.ts';

/** Five codes: in the four corners of the plane, and one a little off its middle. */
const places = Float32Array.of(0.1, 0.1, 0.9, 0.1, 0.1, 0.9, 0.9, 0.9, 0.45, 0.5);
const corner = (x: number, y: number) => ({ x, y });
/** The left half, with a bay from the left that reaches the middle. */
const bay: Loop = [
  corner(0, 0),
  corner(0.6, 0),
  corner(0.6, 1),
  corner(0, 1),
  corner(0, 0.6),
  corner(0.5, 0.6),
  corner(0.5, 0.4),
  corner(0, 0.4),
];

test('a loop holds the codes within its line, whatever its form', () => {
  expect(imagesIn(places, { kind: 'loop', loop: bay })).toEqual([0, 2]);
  const square = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  expect(imagesIn(places, { kind: 'loop', loop: square })).toEqual([0, 1, 2, 3, 4]);
});

test('a circle holds the codes that are no farther from the mark than its radius', () => {
  const about = (radius: number) => regionOf({ x: 0.5, y: 0.5, radius, loop: [] });
  expect(about(0)).toBeUndefined();
  const [small, large] = [about(0.1), about(0.6)];
  expect(small && imagesIn(places, small)).toEqual([4]);
  expect(large && imagesIn(places, large)).toEqual([0, 1, 2, 3, 4]);
});

test('a loop goes before a circle', () => {
  expect(regionOf({ x: 0.5, y: 0.5, radius: 0.1, loop: bay })).toEqual({ kind: 'loop', loop: bay });
});

test('a drawn line becomes a loop of few corners within the plane, and a dot becomes none', () => {
  const trace = Array.from({ length: 500 }, (_, i) =>
    corner(0.5 + 0.7 * Math.cos(i / 80), 0.5 + 0.2 * Math.sin(i / 80)),
  );
  const loop = loopOf(trace);
  expect(loop).toHaveLength(32);
  expect(loop.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true);
  expect(imagesIn(places, { kind: 'loop', loop })).toEqual([4]);
  expect(loopOf([corner(0.5, 0.5), corner(0.5, 0.51)])).toEqual([]);
});

test('an address says a loop by its corners, and half a loop is none', () => {
  expect(loopField.parse(loopField.format(bay))).toEqual(bay);
  expect(loopField.parse('none')).toEqual([]);
  expect(loopField.format([])).toBe('none');
  for (const text of ['10~10_20~20', '10~10_20~20_x', '10~10_20~20_101~5', ''])
    expect(loopField.parse(text)).toBeUndefined();
});
