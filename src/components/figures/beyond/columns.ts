/** The columns of the tables of the last chapters. */
import type { MetricName } from '../../../contract/metric-names.ts';

export interface Column {
  readonly heading: string;
  readonly digits: number;
  /** What a value is multiplied with, as the heading says. */
  readonly factor?: number;
}

export const columns = {
  'reconstruction.l1': { heading: 'L1 × 1000', digits: 1, factor: 1000 },
  'swap.accuracy': { heading: 'swap, %', digits: 1, factor: 100 },
  'factorCorrelation.transfer.ink': { heading: 'ink', digits: 2 },
  'factorCorrelation.transfer.slant': { heading: 'slant', digits: 2 },
  'sampler.gaussian.frechet': { heading: 'FD', digits: 1 },
  'probe.linear.clean': { heading: 'linear, %', digits: 1, factor: 100 },
  'probe.mlp.clean': { heading: 'MLP, %', digits: 1, factor: 100 },
  'probe.mlp.noisy': { heading: 'noisy, %', digits: 1, factor: 100 },
} as const satisfies Partial<Record<MetricName, Column>>;

export type ColumnName = keyof typeof columns;
