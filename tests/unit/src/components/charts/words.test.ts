/** Numbers in words, and where words go. */
import { describe, expect, it } from 'vitest';
import { formatTicks, formatX } from '../../../../../src/components/charts/format.ts';
import { leastCrowded, spreadOut, ticksThatFit } from '../../../../../src/components/charts/labels.ts';

describe('A number of a chart', () => {
  it('of the sweep is written as a reader would', () => {
    expect([0, 1e-100, 1e-20, 1e-3, 0.1, 5, 1000].map(formatX)).toEqual([
      '0',
      '1e−100',
      '1e−20',
      '0.001',
      '0.1',
      '5',
      '1,000',
    ]);
  });

  it('on an axis has as many digits as the others', () => {
    expect(formatTicks([0, 0.25, 0.5], {})).toEqual(['0.00', '0.25', '0.50']);
    expect(formatTicks([0.8, 0.9, 1], { percent: true })).toEqual(['80', '90', '100\u00a0%']);
  });
});

describe('Names at the ends of lines', () => {
  it('stay where they belong when they do not touch', () => {
    expect(spreadOut([10, 40, 90], 15, [0, 100])).toEqual([10, 40, 90]);
  });

  it('move apart by as little as they can, in their order, and stay inside', () => {
    expect(spreadOut([50, 52], 14, [0, 100])).toEqual([44, 58]);
    expect(spreadOut([52, 50], 14, [0, 100])).toEqual([58, 44]);
    expect(spreadOut([99, 98, 97], 10, [0, 100])).toEqual([100, 90, 80]);
    const many = spreadOut([20, 21, 22, 60, 61, 90], 12, [0, 100]).toSorted((a, b) => a - b);
    for (const [i, at] of many.slice(1).entries()) expect(at - many[i]).toBeGreaterThanOrEqual(12 - 1e-9);
  });
});

describe('A word among other things', () => {
  it('goes to the first place where nothing lies', () => {
    const box = (x: number) => ({ x, y: 0, width: 10, height: 10 });
    const frame = { x: 0, y: 0, width: 100, height: 10 };
    expect(leastCrowded([box(0), box(20), box(40)], [box(5)], frame)).toEqual({ box: box(20), crowding: 0 });
    expect(leastCrowded([box(-5), box(95), box(52)], [box(50)], frame).box).toEqual(box(52));
  });
});

describe('Ticks', () => {
  it('are left out where their words would touch, but for the first and the last', () => {
    const at = Array.from({ length: 11 }, (_, i) => 20 * i);
    const kept = ticksThatFit(
      at,
      at.map(() => 24),
    );
    expect(kept).toEqual([0, 2, 4, 6, 8, 10]);
    expect(ticksThatFit([0], [10])).toEqual([0]);
  });
});
