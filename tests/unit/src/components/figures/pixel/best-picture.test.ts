import { expect, test } from 'vitest';
import { bestPicture, bestSingleValue } from '../../../../../../src/components/figures/pixel/best-picture.ts';

test('the best single value is the mean under L2 and the median under L1', () => {
  const samples = [0, 0.1, 0.2, 0.9, 0.9];
  expect(bestSingleValue(samples, 'l2')).toBeCloseTo(0.42);
  expect(bestSingleValue(samples, 'l1')).toBe(0.2);
});

test('under L1 + L2 no other value costs less', () => {
  const samples = [0, 0, 0.1, 0.4, 0.8, 1, 1];
  const cost = (value: number): number =>
    samples.reduce((sum, sample) => sum + Math.abs(value - sample) + (value - sample) ** 2, 0);
  const best = bestSingleValue(samples, 'l1+l2');
  for (let i = 0; i <= 1000; i++) expect(cost(best)).toBeLessThanOrEqual(cost(i / 1000) + 1e-9);
});

test('with ink in a share of the images it is what one pixel is worth', () => {
  const samples = Array.from({ length: 100 }, (_, i) => (i < 60 ? 1 : 0));
  expect(bestSingleValue(samples, 'l1+l2')).toBeCloseTo(0.7);
});

test('a picture is made pixel by pixel', () => {
  const images = [Float32Array.of(0, 1), Float32Array.of(0, 1), Float32Array.of(1, 1)];
  expect(Array.from(bestPicture(images, 'l1'))).toEqual([0, 1]);
  expect(bestPicture(images, 'l2')[0]).toBeCloseTo(1 / 3);
});
