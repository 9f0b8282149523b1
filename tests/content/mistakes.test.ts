/** The claims of the page on mistakes, held to what was measured of the runs that made them. */
import { describe, expect, it } from 'vitest';
import type { MetricName } from '../../src/contract/metric-names.ts';
import { type MistakeName, mistakeNames } from '../../src/contract/families/glo.ts';
import { modelsFolder } from '../../src/contract/ids.ts';
import {
  metricOf,
  findSetting,
  readHistory,
  readRunMetrics,
  referenceOf,
  runMetricOf,
} from '../../src/components/build/metrics.ts';
import { previewFile } from '../../src/contract/ids.ts';
import { mistakenRuns, rightId } from '../../src/components/figures/mistakes/mistakes.ts';
import { contentCodesOf, runAt } from './support/checkpoints.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { readCells } from '../../src/components/build/read-cells.ts';
import { pageOf } from './support/pages.ts';

/** One run, as in the gallery: two of the mistakes have its weights. */
const right = readRunMetrics(rightId);
const runs = mistakenRuns();

function settingOf(mistake: MistakeName) {
  const run = runs.find((each) => each.mistake === mistake);
  if (run) return run.setting;
  throw new Error(`No run made the mistake ${mistake}.`);
}

const of = (mistake: MistakeName, metric: MetricName): number => metricOf(settingOf(mistake), metric).mean;
const rightly = (metric: MetricName): number => runMetricOf(right, metric);
const ratio = (mistake: MistakeName, metric: MetricName): number => of(mistake, metric) / rightly(metric);

/** Ink of every transfer in a run's preview, a row a class. */
function inkOfTransfers(id: string): readonly (readonly number[])[] {
  const cells = readCells(`${modelsFolder}/${id}/${previewFile('transfers')}`);
  return Array.from({ length: cells.rows }, (_, row) =>
    Array.from({ length: cells.columns }, (__, column) =>
      cells.at(row, column).reduce((sum, ink) => sum + ink, 0),
    ),
  );
}

const untaught = ['copied-codes', 'slot-moments'] as const;
const classOnly = referenceOf('baseline.class-only.loss');

const claims: Claims = {
  'untaught-codes': () => {
    for (const mistake of untaught) {
      const sizes = readHistory(settingOf(mistake).id).contentCodeRms;
      expect(Math.abs(sizes[sizes.length - 1] / sizes[0] - 1), mistake).toBeLessThan(0.01);
      expect(ratio(mistake, 'reconstruction.loss'), mistake).toBeGreaterThan(1.22);
    }
  },
  'untaught-still-below-floor': () => {
    for (const mistake of untaught) {
      expect(of(mistake, 'reconstruction.loss'), mistake).toBeLessThan(0.65 * classOnly);
    }
  },
  'stored-noise-walks': () => {
    expect(ratio('stored-noise', 'codes.contentRms')).toBeGreaterThan(2);
    for (const mistake of mistakeNames.filter((each) => each !== 'stored-noise')) {
      expect(of(mistake, 'swap.accuracy'), mistake).toBeGreaterThan(of('stored-noise', 'swap.accuracy'));
    }
  },
  'shared-noise-is-harmless': () => {
    for (const metric of ['train.loss', 'reconstruction.loss', 'swap.accuracy'] as const) {
      expect(Math.abs(ratio('shared-noise', metric) - 1), metric).toBeLessThan(0.05);
    }
  },
  'coupled-decay-collapses': () => {
    expect(of('coupled-decay', 'codes.contentRms')).toBeLessThan(0.1);
    expect(Math.abs(of('coupled-decay', 'reconstruction.loss') / classOnly - 1)).toBeLessThan(0.02);
    expect(ratio('coupled-decay', 'diversity')).toBeLessThan(0.05);
    for (const mistake of mistakeNames.filter((each) => each !== 'coupled-decay')) {
      expect(of(mistake, 'swap.accuracy'), mistake).toBeLessThan(of('coupled-decay', 'swap.accuracy'));
    }
    expect(rightly('swap.accuracy')).toBeLessThan(of('coupled-decay', 'swap.accuracy'));
  },
  'penalty-hides-the-loss': () => {
    // With noise and batch statistics, as the reported loss has it, but without the penalty.
    const { l1, l2 } = readHistory(settingOf('batch-norm-penalty').id);
    const pictures = l1[l1.length - 1] + l2[l2.length - 1];
    expect(pictures / of('batch-norm-penalty', 'train.loss')).toBeLessThan(0.5);
    expect(ratio('batch-norm-penalty', 'codes.contentRms')).toBeLessThan(0.8);
    expect(ratio('batch-norm-penalty', 'reconstruction.loss')).toBeGreaterThan(1.2);
  },
  'accumulated-is-better': () => {
    expect(ratio('accumulated-gradients', 'reconstruction.loss')).toBeLessThan(0.55);
    expect(ratio('accumulated-gradients', 'factorCorrelation.transfer.ink')).toBeGreaterThan(3.4);
    expect(ratio('accumulated-gradients', 'factorCorrelation.transfer.ink')).toBeLessThan(4);
    expect(Math.round(of('accumulated-gradients', 'codes.contentRms'))).toBe(3);
  },
  'lord-keeps-more': () => {
    const lord = findSetting('glo-mnist-lord-sigma0.3');
    const helped = settingOf('accumulated-gradients');
    const against = (metric: MetricName) => metricOf(lord, metric).mean / metricOf(helped, metric).mean;
    expect(against('reconstruction.loss')).toBeGreaterThan(1.08);
    expect(against('reconstruction.loss')).toBeLessThan(1.14);
    for (const metric of ['factorCorrelation.transfer.ink', 'factorCorrelation.transfer.slant'] as const) {
      expect(against(metric), metric).toBeGreaterThan(1.25);
    }
    const [honest, wrong] = [lord.training, helped.training];
    expect(honest.learningRates.contentCodes / wrong.learningRates.contentCodes).toBeCloseTo(10);
    expect(honest.codeInitStd).toBeLessThan(wrong.codeInitStd);
  },
  'batch-of-one-evens-ink': () => {
    const alone = inkOfTransfers(settingOf('batch-of-one').id);
    inkOfTransfers(rightId).forEach((row, label) => {
      const [faintest, boldest] = [Math.min(...row), Math.max(...row)].map((ink) => row.indexOf(ink));
      expect(alone[label][faintest] / row[faintest], `class ${label}`).toBeGreaterThan(1.1);
      expect(alone[label][boldest] / row[boldest], `class ${label}`).toBeLessThan(0.99);
    });
  },
  'batch-of-one-trades': () => {
    expect(Math.abs(ratio('batch-of-one', 'swap.accuracy') - 1)).toBeLessThan(0.01);
    expect(ratio('batch-of-one', 'sampler.gaussian.frechet')).toBeLessThan(0.8);
    expect(Math.abs(ratio('batch-of-one', 'reconstruction.loss') - 1 - 1 / 13)).toBeLessThan(0.005);
    expect(
      rightly('factorCorrelation.reconstruction.ink') -
        of('batch-of-one', 'factorCorrelation.reconstruction.ink'),
    ).toBeGreaterThan(0.05);
    for (const metric of ['train.loss', 'codes.contentRms'] as const) {
      expect(ratio('batch-of-one', metric), metric).toBe(1);
    }
  },
  'wrong-axis-is-harmless': () => {
    const difference =
      of('statistics-axis', 'sampler.gaussian.accuracy') - rightly('sampler.gaussian.accuracy');
    expect(Math.abs(difference)).toBeLessThan(0.02);
    expect(Math.abs(ratio('statistics-axis', 'sampler.gaussian.frechet') - 1)).toBeLessThan(0.1);
    for (const metric of ['train.loss', 'reconstruction.loss', 'swap.accuracy'] as const) {
      expect(ratio('statistics-axis', metric), metric).toBe(1);
    }
  },
  'axis-matters-in-lord': () => {
    const lord = findSetting('glo-mnist-lord-sigma0.3');
    const metric = (name: MetricName) => metricOf(lord, name).mean;
    expect(metric('sampler.standard.frechet') / metric('sampler.gaussian.frechet')).toBeGreaterThan(1.15);
    // What the mistake would leave of these codes: the mean and the spread of all their numbers, here about 0 and 1.
    const codes = contentCodesOf(runAt('lord', 0.3));
    expect(Math.abs(codes.reduce((sum, x) => sum + x, 0) / codes.length)).toBeLessThan(0.05);
    expect(Math.abs(metric('codes.contentRms') - 1)).toBeLessThan(0.1);
  },
  'short-mistakes-fall': () => {
    expect(runs).toHaveLength(9);
    for (const { setting } of runs) {
      const { loss } = readHistory(setting.id);
      expect(loss[loss.length - 1], setting.id).toBeLessThan(loss[0]);
    }
  },
  'short-mistakes-swap': () => {
    const best = mistakeNames.toSorted((a, b) => of(b, 'swap.accuracy') - of(a, 'swap.accuracy'))[0];
    expect(of(best, 'swap.accuracy')).toBeGreaterThan(rightly('swap.accuracy'));
    expect(of(best, 'diversity')).toBeLessThan(0.05 * rightly('diversity'));
  },
  'short-mistakes-better': () => {
    expect(ratio('accumulated-gradients', 'reconstruction.loss')).toBeLessThan(0.55);
    expect(ratio('accumulated-gradients', 'codes.contentRms')).toBeGreaterThan(2.5);
  },
};

describeClaims([pageOf('mistakes')], claims);

describe('The text', () => {
  it('links every program of the figure, with its answer', () => {
    const { source } = pageOf('mistakes');
    const linked = Array.from(source.matchAll(/\(#fig-mistakes=program:(\d),shown:yes\)/g), ([, n]) =>
      Number(n),
    );
    expect(linked.toSorted()).toEqual(runs.map((_, i) => i + 1));
  });
});
