import { expect, test } from 'vitest';
import { curvePath, curveScales } from '../../../../../../src/components/figures/epochs/epoch-curve.ts';

const frame = { width: 300, height: 200, left: 30, right: 20, top: 10, bottom: 20 };
const scales = curveScales(frame, { numEpochs: 50, losses: [0.2, 0.02] });

test('first and last epoch, largest and least loss are at the edges', () => {
  expect([scales.x(1), scales.x(50)]).toEqual([30, 280]);
  expect(scales.y(0.2)).toBeCloseTo(10);
  expect(scales.y(0.02)).toBeCloseTo(180);
});

test('equal ratios of the loss are equally high', () => {
  expect(scales.y(0.1) - scales.y(0.2)).toBeCloseTo(scales.y(0.05) - scales.y(0.1));
  expect(scales.ticks).toEqual([0.02, 0.05, 0.1, 0.2]);
});

test('a place leads to its epoch, and beyond the edges to the first and the last', () => {
  for (const epoch of [1, 2, 25, 50]) expect(scales.epochAt(scales.x(epoch))).toBe(epoch);
  expect(scales.epochAt(-100)).toBe(1);
  expect(scales.epochAt(1000)).toBe(50);
});

test('a curve starts at the first epoch', () => {
  expect(curvePath([0.2, 0.02], scales)).toBe('M30.0,10.0L35.1,180.0');
});

test('values between the round ones are named where there is hardly one of these', () => {
  expect(curveScales(frame, { numEpochs: 3, losses: [141, 187] }).ticks).toEqual([160, 180]);
  expect(curveScales(frame, { numEpochs: 3, losses: [4.2, 8.5] }).ticks).toEqual([5, 7]);
});
