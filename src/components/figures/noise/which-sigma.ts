/**
 * Which σ to take, for each preset: the least of the trained levels at which transfers obey as often as is asked, with what it costs
 * beside no noise at all. From metrics.json, when the site is built. Not here: how it is laid out (WhichSigma.astro).
 */
import { presetNames } from '../../../contract/families/glo.ts';
import type { MetricName } from '../../../contract/metric-names.ts';
import { metricOf, type Setting } from '../../build/metrics.ts';
import { formatNumber, type NumberFormat } from '../../layout/number-text.ts';
import type { Preset } from '../shell/state/checkpoints.ts';
import { shippedSweep } from './sweep.ts';

/** The share of transfers that are to be read as the class that was asked for. */
export const obedienceAsked = 0.95;

interface Row extends NumberFormat {
  readonly metric: MetricName;
  readonly label: string;
  /** The field's term, where the page has a word of its own. */
  readonly term?: string;
}

const rows: readonly Row[] = [
  { metric: 'swap.accuracy', label: 'class obeyed', term: 'swap accuracy', percent: true },
  { metric: 'reconstruction.l1', label: 'error of a pixel', term: 'L1', digits: 3 },
  { metric: 'diversity', label: 'diversity', term: 'std of a pixel', digits: 3 },
  { metric: 'factorCorrelation.transfer.ink', label: 'ink kept', term: 'correlation', digits: 2 },
  { metric: 'factorCorrelation.transfer.slant', label: 'slant kept', term: 'correlation', digits: 2 },
];

export interface Advice {
  readonly preset: Preset;
  readonly sigma: number;
}

/** @throws Error when no level obeys as often. */
export function leastObedient(preset: Preset, sweep: readonly Setting[], asked = obedienceAsked): Advice {
  const first = sweep
    .toSorted((a, b) => a.training.contentNoiseStd - b.training.contentNoiseStd)
    .find((setting) => metricOf(setting, 'swap.accuracy').mean >= asked);
  if (first) return { preset, sigma: first.training.contentNoiseStd };
  throw new Error(`No level of σ makes ${asked} of the transfers of ${preset} obey.`);
}

const settingAt = (preset: Preset, sigma: number): Setting => {
  const found = shippedSweep(preset).find(({ training }) => training.contentNoiseStd === sigma);
  if (found) return found;
  throw new Error(`The sweep of ${preset} has no σ ${sigma}.`);
};

/** What the box says: a σ for each preset, and rows of numbers there and without noise. */
export function adviceOnSigma() {
  const advice = presetNames.map((preset) => leastObedient(preset, shippedSweep(preset)));
  return {
    advice,
    rows: rows.map((row) => ({
      ...row,
      cells: advice.map(({ preset, sigma }) => {
        const at = (level: number) => formatNumber(metricOf(settingAt(preset, level), row.metric).mean, row);
        return { here: at(sigma), without: at(0) };
      }),
    })),
  };
}
