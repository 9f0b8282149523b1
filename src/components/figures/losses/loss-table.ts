/** Rows of the table of losses: numbers in words, and which loss leads by more than chance explains. Used while the site is built. */
import type { MetricName, ReferenceName } from '../../../contract/metric-names.ts';
import { metricOf, readMetrics, referenceOf, type Metrics, type Setting } from '../../build/metrics.ts';
import { formatNumber, type NumberFormat } from '../../layout/number-text.ts';

interface LossTableMetric extends NumberFormat {
  readonly metric: MetricName;
  readonly heading: string;
  /** Which end is good; none where it is a matter of what one wants. */
  readonly better?: 'low' | 'high';
  /** The same, measured on the images themselves. */
  readonly real?: ReferenceName;
}

export const lossMetrics: readonly LossTableMetric[] = [
  { metric: 'reconstruction.l1', heading: 'L1 error', digits: 4, better: 'low' },
  { metric: 'reconstruction.l2', heading: 'L2 error', digits: 4, better: 'low' },
  { metric: 'reconstruction.psnr', heading: 'PSNR, dB', digits: 2, better: 'high' },
  {
    metric: 'reconstruction.accuracy',
    heading: 'read',
    percent: true,
    better: 'high',
    real: 'real.accuracy',
  },
  { metric: 'swap.accuracy', heading: 'swap', percent: true, better: 'high' },
  { metric: 'factorCorrelation.transfer.ink', heading: 'ink kept', digits: 2, better: 'high' },
  { metric: 'diversity', heading: 'diversity', digits: 3, real: 'real.diversity' },
  { metric: 'sampler.gaussian.frechet', heading: 'FD', digits: 1, better: 'low', real: 'real.frechet' },
];

export interface LossTableRow {
  readonly heading: string;
  readonly cells: readonly string[];
  /** The column of the best loss, when it leads the next by more than twice the spread between seeds. */
  readonly best: number | undefined;
  readonly spread: string;
  readonly real: string;
}

/** The spread is of those settings that have several seeds. */
export const lossTableRows = (
  settings: readonly Setting[],
  metrics: Metrics = readMetrics(),
): readonly LossTableRow[] =>
  lossMetrics.map(({ metric, heading, better, real, ...format }) => {
    const measured = settings.map((setting) => metricOf(setting, metric));
    const spreads = measured.flatMap(({ sd }) => (sd === null ? [] : [sd]));
    const spread = spreads.length > 0 ? Math.max(...spreads) : undefined;
    const means = measured.map(({ mean }) => mean);
    return {
      heading,
      cells: means.map((mean) => formatNumber(mean, format)),
      best: better && spread !== undefined ? leader(means, better, 2 * spread) : undefined,
      spread: spread === undefined ? '–' : formatNumber(spread, format),
      real: real === undefined ? '' : formatNumber(referenceOf(real, 'mnist', metrics), format),
    };
  });

/** The place of the best value, if it leads the second by more than `margin`. */
export function leader(
  values: readonly number[],
  better: 'low' | 'high',
  margin: number,
): number | undefined {
  const scores = values.map((value) => (better === 'low' ? -value : value));
  const [first, second] = scores.toSorted((a, b) => b - a);
  return first - second > margin ? scores.indexOf(first) : undefined;
}
