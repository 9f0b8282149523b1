import { expect, test } from 'vitest';
import { fitSharedSlope } from '../../../../src/numerics/shared-slope.ts';
import { createRandom } from '../../../../src/numerics/random.ts';

const random = createRandom('a map');
const points = Float32Array.from({ length: 400 }, () => 3 + random.normal());
const rows = Array.from({ length: 200 }, (_, i) => [points[2 * i], points[2 * i + 1]]);

test('a slope that all classes share is found, whatever their levels', () => {
  const values = [0, 100, -7].map((level) => rows.map(([x, y]) => level + 3 * x - 4 * y));
  const { direction, shared } = fitSharedSlope(points, 2, values);
  expect(direction[0]).toBeCloseTo(0.6, 4);
  expect(direction[1]).toBeCloseTo(-0.8, 4);
  expect(shared).toBeCloseTo(1, 5);
});

test('slopes that point against each other share nothing', () => {
  const values = [1, -1].map((sign) => rows.map(([x]) => sign * x));
  expect(fitSharedSlope(points, 2, values).shared).toBeCloseTo(0, 5);
});

test('of what the places do not explain it claims little', () => {
  const values = [rows.map(() => random.normal())];
  expect(fitSharedSlope(points, 2, values).shared).toBeLessThan(0.05);
});
