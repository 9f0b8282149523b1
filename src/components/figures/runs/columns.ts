/** What the list of all runs says of each, where it was measured. */
import type { MetricName } from '../../../contract/metric-names.ts';
import type { NumberFormat } from '../../layout/number-text.ts';

export interface RunColumn {
  readonly heading: string;
  /** The whole name, for who does not know the heading. */
  readonly name: string;
  readonly metric: MetricName;
  readonly format: NumberFormat;
}

export const runColumns: readonly RunColumn[] = [
  {
    heading: 'obeys',
    name: 'transfers that the judge reads as their class',
    metric: 'swap.accuracy',
    format: { percent: true },
  },
  {
    heading: 'IS',
    name: 'Inception Score of 10,000 pictures from N(0, I)',
    metric: 'generated.standard.inception',
    format: { digits: 2 },
  },
  {
    heading: 'FD',
    name: 'Fréchet distance of 10,000 pictures from N(0, I)',
    metric: 'generated.standard.frechet',
    format: { digits: 1 },
  },
];
