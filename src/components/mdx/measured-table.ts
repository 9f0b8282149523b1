/** The columns that a table of measurements can have, by the names of figures.ts. Not here: the numbers (build/metrics.ts). */
import type { MetricName } from '../../contract/metric-names.ts';
import type { NumberFormat } from './measured.ts';

interface MeasuredColumn extends NumberFormat {
  readonly heading: string;
}

export const measuredColumns = {
  'train.loss': { heading: 'training', digits: 3 },
  /** The same sum of means over pixels as the training loss. */
  'reconstruction.loss': { heading: 'without noise', digits: 3 },
  'reconstruction.l1': { heading: 'L1', digits: 3 },
  'reconstruction.psnr': { heading: 'PSNR, dB', digits: 1 },
  'reconstruction.accuracy': { heading: 'read', percent: true },
  'swap.accuracy': { heading: 'swap', percent: true },
  'swap.source': { heading: 'source class', percent: true },
  diversity: { heading: 'diversity', digits: 3 },
  'factorCorrelation.transfer.ink': { heading: 'ink', digits: 2 },
  'factorCorrelation.transfer.slant': { heading: 'slant', digits: 2 },
  'factorCorrelation.transfer.width': { heading: 'width', digits: 2 },
  'factorCorrelation.transfer.height': { heading: 'height', digits: 2 },
  'probe.linear.clean': { heading: 'linear, clean', percent: true },
  'probe.linear.noisy': { heading: 'linear, noisy', percent: true },
  'probe.mlp.clean': { heading: 'MLP, clean', percent: true },
  'probe.mlp.noisy': { heading: 'MLP, noisy', percent: true },
  'codes.contentNorm': { heading: 'mean ‖c‖', digits: 2 },
  'codes.noiseToCode': { heading: 'σ / rms(c)', digits: 2 },
  'codes.contentRms': { heading: 'rms(c)', digits: 2 },
  'sampler.gaussian.frechet': { heading: 'FD', digits: 1 },
} as const satisfies Partial<Record<MetricName, MeasuredColumn>>;

export type MeasuredColumnName = keyof typeof measuredColumns;
