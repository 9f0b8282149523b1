/** What the solutions of exercises claim, on pages without a test file of their own. */
import { expect } from 'vitest';
import type { MetricName } from '../../../src/contract/metric-names.ts';
import { referenceOf } from '../../../src/components/build/metrics.ts';
import { measured, runAt, runsOf, type Preset } from './checkpoints.ts';
import type { Claims } from './claims.ts';

const at = (preset: Preset, sigma: number, metric: MetricName): number =>
  measured(runAt(preset, sigma), metric);

export const tryClaims: Claims = {
  'try-same-noise': () => {
    const loss = 'reconstruction.loss';
    expect(at('lord', 5, loss)).toBeLessThan(0.8 * at('exercise', 5, loss));
    // Why, as the solution has it.
    expect(at('lord', 5, 'codes.noiseToCode')).toBeLessThan(at('exercise', 5, 'codes.noiseToCode'));
  },
  'try-class-only': () => {
    const floor = referenceOf('baseline.class-only.loss');
    expect(Math.abs(at('exercise', 5, 'reconstruction.loss') / floor - 1)).toBeLessThan(0.01);
    // The only one.
    for (const run of [...runsOf('lord'), ...runsOf('exercise').slice(0, -1)])
      expect(measured(run, 'reconstruction.loss'), run.id).toBeLessThan(0.99 * floor);
  },
  'try-pca': () => {
    const { model } = runAt('lord', 0);
    expect([model.contentDim, model.classDim]).toEqual([25, 25]);
    const loss = at('lord', 0, 'reconstruction.loss');
    expect(loss).toBeLessThan(0.7 * referenceOf('baseline.pca50.loss'));
    expect(Math.abs(loss / referenceOf('baseline.pca100.loss') - 1)).toBeLessThan(0.05);
  },
  'try-nine-of-ten': () => {
    for (const sigma of [0, 0.1]) expect(at('lord', sigma, 'swap.accuracy')).toBeLessThan(0.9);
    expect(at('lord', 0.3, 'swap.accuracy')).toBeGreaterThan(0.9);
  },
  'try-one-picture': () => {
    expect(at('exercise', 5, 'swap.accuracy')).toBeGreaterThan(0.999);
    expect(at('exercise', 5, 'diversity')).toBeLessThan(0.02 * at('lord', 0, 'diversity'));
  },
  'try-standard-draws': () => {
    const share = 'sampler.standard.accuracy';
    expect(at('lord', 0, share)).toBeLessThan(0.6 * at('lord', 1, share));
    // Closer to the origin than draws, whose numbers have a root mean square of 1.
    expect(at('lord', 0, 'codes.contentRms')).toBeLessThan(0.7);
  },
  'try-read-and-alike': () => {
    expect(at('exercise', 2, 'sampler.standard.accuracy')).toBeGreaterThan(0.999);
    expect(at('exercise', 2, 'diversity')).toBeLessThan(0.25 * at('lord', 1, 'diversity'));
  },
};
