import { expect, it } from 'vitest';
import { raceCurve } from '../../../../../../src/components/figures/draw/race-curve.ts';

it('draws the losses of each class from the left, the highest at the top and 0 at the bottom', () => {
  const { highest, paths } = raceCurve(
    [
      [0.2, 0.1],
      [0.1, 0],
    ],
    { numSteps: 80, stride: 4 },
  );
  expect(highest).toBe(0.2);
  expect(paths).toEqual(['M0,0.0L50,50.0', 'M0,50.0L50,100.0']);
});

it('is empty before the first pass', () => {
  expect(raceCurve([], { numSteps: 80, stride: 1 }).paths).toEqual([]);
});
