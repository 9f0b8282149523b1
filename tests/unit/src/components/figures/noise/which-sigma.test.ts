/** The box that says which σ to take: by its rule, from the metrics, and with what it costs. */
import { describe, expect, it } from 'vitest';
import { findSetting, metricOf } from '../../../../../../src/components/build/metrics.ts';
import { shippedSweep } from '../../../../../../src/components/figures/noise/sweep.ts';
import {
  adviceOnSigma,
  leastObedient,
  obedienceAsked,
} from '../../../../../../src/components/figures/noise/which-sigma.ts';

const { advice, rows } = adviceOnSigma();

describe('Which σ', () => {
  it('is one of the trained levels for each preset, and obeys as often as is asked', () => {
    expect(advice.map(({ preset }) => preset)).toEqual(['exercise', 'lord', 'styled']);
    for (const { preset, sigma } of advice) {
      const setting = findSetting(`glo-mnist-${preset}-sigma${sigma}`);
      expect(metricOf(setting, 'swap.accuracy').mean).toBeGreaterThanOrEqual(obedienceAsked);
    }
  });

  it('is the least such level: the one below obeys less often', () => {
    for (const { preset, sigma } of advice) {
      const below = shippedSweep(preset).filter(({ training }) => training.contentNoiseStd < sigma);
      if (preset !== 'styled') expect(below.length, preset).toBeGreaterThan(0); // which obeys without noise
      for (const setting of below) {
        expect(metricOf(setting, 'swap.accuracy').mean, setting.id).toBeLessThan(obedienceAsked);
      }
    }
  });

  it('names its price beside no noise', () => {
    const error = rows.find(({ metric }) => metric === 'reconstruction.l1')?.cells ?? [];
    expect(error).toHaveLength(3);
    advice.forEach(({ sigma }, i) => {
      const { here, without } = error[i];
      if (sigma === 0) expect(here).toBe(without);
      else expect(Number(here)).toBeGreaterThan(Number(without));
    });
  });

  it('says so when no level obeys as often', () => {
    expect(() => leastObedient('lord', shippedSweep('lord').slice(0, 2))).toThrow(
      'No level of σ makes 0.95 of the transfers of lord obey.',
    );
  });
});
