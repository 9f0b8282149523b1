/** What the chart of all settings measures, column by column. */
import type { MetricName } from '../../../contract/metric-names.ts';

export interface Column {
  readonly heading: string;
  /** The whole name, for who does not know the heading. */
  readonly name: string;
  readonly digits: number;
  /** What a value is multiplied with, as the heading says. */
  readonly factor: number;
  readonly better: 'less' | 'more';
}

export const columns = {
  'reconstruction.l1': {
    heading: 'L1 × 1000',
    name: 'reconstruction error',
    digits: 1,
    factor: 1000,
    better: 'less',
  },
  'swap.accuracy': { heading: 'swap, %', name: 'class obeyed', digits: 1, factor: 100, better: 'more' },
  'factorCorrelation.transfer.ink': {
    heading: 'ink',
    name: 'ink kept in transfers',
    digits: 2,
    factor: 1,
    better: 'more',
  },
  'factorCorrelation.transfer.slant': {
    heading: 'slant',
    name: 'slant kept in transfers',
    digits: 2,
    factor: 1,
    better: 'more',
  },
  'sampler.gaussian.frechet': {
    heading: 'FD',
    name: 'Fréchet distance of samples',
    digits: 1,
    factor: 1,
    better: 'less',
  },
  'probe.linear.clean': {
    heading: 'linear, %',
    name: 'class read from codes by a linear probe',
    digits: 1,
    factor: 100,
    better: 'less',
  },
  'probe.mlp.clean': {
    heading: 'MLP, %',
    name: 'class read from codes by an MLP',
    digits: 1,
    factor: 100,
    better: 'less',
  },
} as const satisfies Partial<Record<MetricName, Column>>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as readonly ColumnName[];
