import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../../../../../src/components/build/manifests.ts';
import {
  readRunMetrics,
  referenceOf,
  runMetricOf,
} from '../../../../../../../src/components/build/metrics.ts';
import { costsOf } from '../../../../../../../src/components/figures/shell/costs.ts';
import { costBars } from '../../../../../../../src/components/figures/shell/state/cost.ts';
import { missedBy } from '../../../../../../../src/components/figures/shell/state/readings.ts';

describe('The cost of obedience', () => {
  it('is read from the metrics file of the very checkpoint, against real images', () => {
    const id = 'glo-mnist-lord-sigma0.7';
    const run = readRunMetrics(id);
    expect(costsOf([id, id])).toEqual({
      [id]: {
        variety: runMetricOf(run, 'diversity') / referenceOf('real.diversity'),
        ink: runMetricOf(run, 'factorCorrelation.transfer.ink'),
        slant: runMetricOf(run, 'factorCorrelation.transfer.slant'),
      },
    });
  });

  it('tells apart three models of which nearly every transfer is read as asked', () => {
    const ids = readManifests().map(({ id }) => id);
    const costs = costsOf(ids);
    const obedient = ['glo-mnist-lord-sigma0.7', 'glo-mnist-lord-sigma5', 'glo-mnist-exercise-sigma5'];
    const [kept, pale, dead] = obedient.map((id) => {
      expect(runMetricOf(readRunMetrics(id), 'swap.accuracy')).toBeGreaterThan(0.95);
      return costs[id] ?? expect.fail(id);
    });
    expect(kept.variety).toBeGreaterThan(1.5 * pale.variety);
    expect(pale.variety).toBeGreaterThan(10 * dead.variety);
    expect(kept.ink).toBeGreaterThan(pale.ink);
    expect(dead.ink).toBeLessThan(0.1);
  });

  it('is said in words beside a bar that stays within its place', () => {
    expect(costBars({ variety: 0.678, ink: -0.02, slant: 1.2 })).toEqual([
      { name: 'Variety', says: '68\u00a0% of real', share: 0.678 },
      { name: 'Hand kept: ink', says: '-0.02 of 1', share: 0 },
      { name: 'Hand kept: slant', says: '1.20 of 1', share: 1 },
    ]);
  });
});

describe('A dot', () => {
  const readings = [3, 7].map((digit) => ({ digit, probability: 0.9 }));

  it('marks what the judge reads otherwise, and nothing before it has read or where nothing was meant', () => {
    const missed = missedBy(readings, () => 3);
    expect([0, 1].map((cell) => missed?.(cell))).toEqual([false, true]);
    expect(missedBy(undefined, () => 3)).toBeUndefined();
    expect(missedBy(readings, undefined)).toBeUndefined();
  });
});
