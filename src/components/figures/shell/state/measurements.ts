/** What is told of a model in a line or two: four of its metrics, as a reader sees them. Pure. */
import type { MetricName } from '../../../../contract/metric-names.ts';
import { formatNumber, type NumberFormat } from '../../../layout/number-text.ts';

/** Name and value of what was measured, as a reader sees it. */
export type NamedNumber = readonly [name: string, value: string];

interface Measurement {
  readonly metric: MetricName;
  readonly name: string;
  readonly format: NumberFormat;
}

export const measurements: readonly Measurement[] = [
  { metric: 'reconstruction.loss', name: 'reconstruction loss', format: { digits: 3 } },
  { metric: 'swap.accuracy', name: 'class obeyed', format: { percent: true } },
  { metric: 'factorCorrelation.transfer.ink', name: 'ink kept', format: { digits: 2 } },
  { metric: 'diversity', name: 'diversity', format: { digits: 3 } },
];

/** Of one run: a metric that it lacks is said to be missing. */
export const namedNumbers = (measured: Readonly<Partial<Record<MetricName, number>>>): NamedNumber[] =>
  measurements.map(({ metric, name, format }) => {
    const value = measured[metric];
    return [name, value === undefined ? 'not measured' : formatNumber(value, format)];
  });
