import { expect, test } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { embedNeighbours, turned } from '../../../../training/evaluation/neighbour-embedding.ts';

/** Two clouds of sixty rows each, far apart in five dimensions. */
const dim = 5;
const random = createRandom('two clouds');
const rows = Float32Array.from({ length: 120 * dim }, (_, at) => random.normal() + (at < 60 * dim ? 0 : 20));
const column = (i: number) => Float32Array.from({ length: 120 }, (_, row) => rows[row * dim + i]);
const embed = (seed: string) =>
  embedNeighbours({ rows, dim, scores: [column(0), column(1)], random: createRandom(seed) });
const places = embed('a');

test('a seed decides every bit of an embedding', () => {
  expect(embed('a')).toEqual(places);
  expect(embed('b')).not.toEqual(places);
});

test('an embedding fills its frame, and keeps near rows near', () => {
  for (const value of places) expect(Math.abs(value - 0.5)).toBeLessThanOrEqual(0.5);
  const distance = (a: number, b: number) =>
    Math.hypot(places[2 * a] - places[2 * b], places[2 * a + 1] - places[2 * b + 1]);
  const nearest = (row: number) =>
    Array.from({ length: 120 }, (_, other) => other)
      .filter((other) => other !== row)
      .sort((a, b) => distance(row, a) - distance(row, b))[0];
  for (let row = 0; row < 120; row++) expect(nearest(row) < 60).toBe(row < 60);
});

test('the plane is turned to where the first score grows, and mirrored for the second', () => {
  const square = Float32Array.from([0, 0, 0, 1, 1, 0, 1, 1]);
  const right = Float32Array.from([0, 1, 0, 1]); // grows upwards
  const up = Float32Array.from([0, 0, 1, 1]); // grows to the right
  const [a, b, c, d] = [0, 2, 4, 6].map((at) => [...turned(square, [right, up]).subarray(at, at + 2)]);
  expect([a, b, c, d].flat().map((value) => Math.round(value) + 0)).toEqual([0, 0, 1, 0, 0, 1, 1, 1]);
});
