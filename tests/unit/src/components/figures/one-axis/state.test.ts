import { expect, test } from 'vitest';
import type { AxisModel } from '../../../../../../src/components/figures/one-axis/models.ts';
import { nearestPoint, placeOn, pointsOf } from '../../../../../../src/components/figures/one-axis/points.ts';
import {
  axisFields,
  bestSampler,
  samplerOf,
} from '../../../../../../src/components/figures/one-axis/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const exactly = (mean: number) => ({ mean, sd: null });
const quality = (frechet: number) => ({ frechet: exactly(frechet), inception: exactly(5) });
const model = (
  id: string,
  family: AxisModel['family'],
  training: number,
  samples: AxisModel['samples'],
): AxisModel => ({ id, family, text: id, shipped: true, across: { training: exactly(training) }, samples });

const glo = model('glo', 'glo', 1e10, {
  standard: quality(10),
  fitted: quality(20),
  classFitted: quality(5),
});
const vae = model('vae', 'vae', 1e12, { standard: quality(100), fitted: quality(40) });
const models = [glo, vae];
const fields = axisFields({ models, first: 'vae' });
const initial = parseState(fields, '');

const log = (low: number, high: number) =>
  ({ type: 'log', domain: [low, high], ticks: [], words: [] }) as const;
const linear = { type: 'linear', domain: [0, 10], ticks: [], words: [] } as const;
const scales = {
  training: log(10, 1000),
  size: log(1, 10),
  error: log(0.01, 1),
  class: linear,
  frechet: log(1, 100),
  inception: linear,
};

test('the whole state goes through a link', () => {
  const text = 'across:size,quality:inception,from:standard,show:vae,of:glo,seed:4';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(parseState(fields, 'across:time,of:gan,show:some')).toEqual(initial);
  expect(initial).toMatchObject({ across: 'training', quality: 'frechet', from: 'best', of: 'vae' });
});

test('the best sampler is the one with the least Fréchet distance, of those that were measured', () => {
  expect(models.map(bestSampler)).toEqual(['classFitted', 'fitted']);
  expect(bestSampler({ samples: { standard: quality(3) } })).toBe('standard');
  expect(samplerOf(glo, 'standard')).toBe('standard');
});

test('a value stands where its scale has it, and at the end where it is beyond', () => {
  expect(placeOn(scales.training, 100)).toBeCloseTo(0.5, 9);
  expect(placeOn(linear, 2.5)).toBe(0.25);
  expect([1, 1e9].map((value) => placeOn(scales.training, value))).toEqual([0, 1]);
});

test('a model is a point where it has a number on both axes', () => {
  const [first, second] = pointsOf({ models, scales }, initial);
  expect([first.left, first.bottom]).toEqual([
    expect.closeTo(0, 9),
    expect.closeTo(Math.log(5) / Math.log(100), 9),
  ]);
  expect(second.left).toBeCloseTo(1, 9);
  expect(pointsOf({ models, scales }, { ...initial, across: 'error' })).toEqual([]);
});

test('the spread over seeds reaches to both sides', () => {
  const spread = { ...vae, across: { class: { mean: 0.5, sd: 0.2 } } };
  const [point] = pointsOf(
    { models: [spread], scales: { ...scales, class: { ...linear, domain: [0, 1] } } },
    {
      ...initial,
      across: 'class',
    },
  );
  expect(point.across).toEqual([expect.closeTo(0.3, 9), expect.closeTo(0.7, 9)]);
});

test('a pointer finds the nearest point of what is shown', () => {
  const place = { left: 0.1, top: 0.5, width: 500, height: 400 };
  expect(nearestPoint(pointsOf({ models, scales }, initial), place)?.model.id).toBe('glo');
  const vaes = pointsOf({ models, scales }, { ...initial, show: 'vae' });
  expect(vaes.map(({ stands }) => stands)).toEqual([false, true]);
  expect(nearestPoint(vaes, place)?.model.id).toBe('vae');
  expect(nearestPoint([], place)).toBeUndefined();
});
