import { expect, test } from 'vitest';
import {
  coursePath,
  courseScales,
  frames,
  trendOf,
} from '../../../../../../src/components/figures/adversary/course-chart.ts';

test('x begins at 0 and ends at the largest; round values hold all y', () => {
  const curve = { xs: [1, 2, 4], ys: [2.6, 4.1, 6.6] };
  const { narrow } = frames;
  const scales = courseScales([curve], narrow);
  expect(scales.x(0)).toBe(narrow.left);
  expect(scales.x(4)).toBe(narrow.width - narrow.right);
  expect(scales.yTicks[0]).toBeLessThanOrEqual(2.6);
  expect(scales.yTicks.at(-1)).toBeGreaterThanOrEqual(6.6);
  expect(coursePath(curve, scales)).toMatch(/^M[\d.]+,[\d.]+L[\d.]+,[\d.]+L[\d.]+,[\d.]+$/);
});

test('the trend is the mean of a value and its neighbours, fewer of them at the ends', () => {
  expect(trendOf([1, 4, 1, 4, 1, 4])).toEqual([1, 2, 2.2, 2.8, 3, 4]);
  expect(trendOf([3])).toEqual([3]);
});
