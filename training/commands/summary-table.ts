/** What was measured, as a table for a terminal: one row a setting, means over its seeds, and the columns that any of them has. */
import type { MetricName } from '../../src/contract/metric-names.ts';
import type { Metrics } from '../../src/contract/metrics.ts';

const columns = [
  ['train loss', 'train.loss', 4],
  ['L1', 'reconstruction.l1', 4],
  ['swap', 'swap.accuracy', 3],
  ['ink kept', 'factorCorrelation.transfer.ink', 2],
  ['slant', 'factorCorrelation.transfer.slant', 2],
  ['diversity', 'diversity', 3],
  ['MLP clean', 'probe.mlp.clean', 2],
  ['noisy', 'probe.mlp.noisy', 2],
  ['FD', 'sampler.gaussian.frechet', 1],
  ['MSE', 'reconstruction.validation.mse', 4],
  ['nats', 'reconstruction.validation.crossEntropy', 1],
  ['-ELBO', 'elbo.negative', 1],
  ['active', 'codes.active', 1],
  ['IS N(0, I)', 'generated.standard.inception', 2],
  ['FD', 'generated.standard.frechet', 0],
  ['IS fitted', 'generated.fitted.inception', 2],
  ['FD', 'generated.fitted.frechet', 0],
  ['at a look', 'reading.all.loss', 4],
  ['class', 'reading.all.classAccuracy', 3],
  ['obeys', 'reading.encoded.swap', 3],
  ['searched', 'reading.searched.swap', 3],
] as const satisfies readonly (readonly [heading: string, name: MetricName, digits: number])[];

/** Settings of one group, or of all; empty when nothing has been measured. */
export function summaryTable({ settings }: Metrics, group?: string): string {
  const shown = settings.filter((setting) => group === undefined || setting.group === group);
  if (shown.length === 0) return '';
  const measured = columns.filter(([, name]) => shown.some(({ metrics }) => metrics[name]));
  const rows = [
    ['', 'seeds', ...measured.map(([heading]) => heading)],
    ...shown.map(({ id, seeds, metrics }) => [
      id,
      String(seeds.length),
      ...measured.map(([, name, digits]) => metrics[name]?.mean.toFixed(digits) ?? '–'),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n')
    .concat('\n');
}
