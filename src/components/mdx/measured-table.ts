/** The columns that a table of measurements can have, by the names of figures.ts, and the text of a cell. */
import type { MetricName } from '../../contract/metric-names.ts';
import { metricOf, type AnySetting } from '../build/metrics.ts';
import type { NumberFormat } from '../layout/number-text.ts';
import { formatSpread } from './measured.ts';

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
  'reconstruction.training.mse': { heading: 'training', digits: 4 },
  'reconstruction.validation.mse': { heading: 'validation', digits: 4 },
  'reconstruction.validation.crossEntropy': { heading: 'cross-entropy', digits: 1 },
  'pca.gap.training': { heading: 'training', percent: true, digits: 2 },
  'pca.gap.validation': { heading: 'validation', percent: true, digits: 2 },
  'pca.angle.largest': { heading: 'largest', digits: 1 },
  'pca.angle.mean': { heading: 'mean', digits: 1 },
  'codes.smallestStd': { heading: 'least', digits: 2 },
  'codes.largestStd': { heading: 'most', digits: 2 },
  'codes.active': { heading: 'active', digits: 0 },
  'codes.dead': { heading: 'dead', digits: 1 },
  'generated.standard.inception': { heading: 'IS, N(0, I)', digits: 2 },
  'generated.standard.frechet': { heading: 'FD, N(0, I)', digits: 0 },
  'generated.fitted.inception': { heading: 'IS, fitted', digits: 2 },
  'generated.fitted.frechet': { heading: 'FD, fitted', digits: 0 },
  'generated.standard.effectiveClasses': { heading: 'classes', digits: 1 },
  'inception.best': { heading: 'best', digits: 2 },
  'inception.late': { heading: 'last quarter', digits: 2 },
  'inception.lateSd': { heading: 'its sd', digits: 2 },
} as const satisfies Partial<Record<MetricName, MeasuredColumn>>;

export type MeasuredColumnName = keyof typeof measuredColumns;

/** Of a setting in a column, with its standard deviation where `spread` says so; a dash where there is no such setting. */
export function cellText(setting: AnySetting | undefined, name: MeasuredColumnName, spread: boolean): string {
  const format: NumberFormat = measuredColumns[name];
  return setting ? formatSpread(metricOf(setting, name), { ...format, spread }) : '–';
}
