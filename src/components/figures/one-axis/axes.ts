/** How the axes of the chart of all models are called, and how their values are written. */
import { formatWithSpread } from '../../layout/number-text.ts';
import type { ValueAxis } from '../../charts/types.ts';
import type { AcrossName, QualityName, SamplerName, Value } from './models.ts';

export interface Axis extends ValueAxis {
  /** Where one chooses it. */
  readonly text: string;
  /** What a value is divided by, as the label says. */
  readonly divisor: number;
}

export const axes: Readonly<Record<AcrossName | QualityName, Axis>> = {
  training: {
    text: 'training',
    label: 'Multiply-adds of the training',
    unit: 'billions',
    divisor: 1e9,
    scale: 'log',
    digits: 0,
  },
  size: {
    text: 'size',
    label: 'Learned numbers',
    unit: 'thousands',
    divisor: 1e3,
    scale: 'log',
    digits: 0,
  },
  error: {
    text: 'error',
    label: 'Squared error of a reconstruction',
    divisor: 1,
    scale: 'log',
    digits: 4,
  },
  class: { text: 'class in code', label: 'Class read from the code', divisor: 1, percent: true, digits: 0 },
  frechet: { text: 'Fréchet distance', label: 'Fréchet distance', divisor: 1, scale: 'log', digits: 1 },
  inception: { text: 'Inception Score', label: 'Inception Score', divisor: 1, digits: 2 },
};

export const betterText: Readonly<Record<QualityName, string>> = {
  frechet: 'lower is better',
  inception: 'higher is better',
};

export const samplerTexts: Readonly<Record<SamplerName, string>> = {
  standard: 'N(0, I)',
  fitted: 'Gaussian fitted to the codes',
  classFitted: 'Gaussian per class',
};

export function written(name: AcrossName | QualityName, { mean, sd }: Value): string {
  const axis = axes[name];
  return formatWithSpread(mean / axis.divisor, sd === null ? null : sd / axis.divisor, axis);
}
