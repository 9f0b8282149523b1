/** What was measured of the VAEs as lines of charts: over the size of the code, and over the variance of the data term. For .astro files. */
import type { MetricName } from '../../../contract/metric-names.ts';
import type { SettingOf } from '../../../contract/metrics.ts';
import { settingsOfSeries, type EncoderSeriesName } from '../../build/encoder-series.ts';
import { encoderSeriesTexts } from '../../build/encoder-series-texts.ts';
import { readAllMetrics, type AllMetrics } from '../../build/metrics.ts';
import { seriesOver, seriesOverCodeDim } from '../../charts/from-metrics.ts';
import type { Panel, Series, ValueAxis } from '../../charts/types.ts';
import { autoencoderTones } from '../encoders/tones.ts';

export const codeSizeAxis = { label: 'k', scale: 'ordinal' } as const;
export const varianceAxis = { label: 'σ²ₓ', scale: 'ordinal' } as const;

const looks = {
  vae: { id: 'with', label: 'with KL', short: 'with', tone: 'series-1' },
  'vae-without-kl': { id: 'without', label: 'without KL', short: 'without', tone: 'series-2' },
  stacked: { id: 'stacked', label: encoderSeriesTexts.stacked, tone: autoencoderTones.stacked },
} as const satisfies Partial<Record<EncoderSeriesName, Omit<Series, 'data'>>>;
type Compared = keyof typeof looks;

const panelOf = (
  names: readonly Compared[],
  metric: MetricName,
  y: ValueAxis,
  references: Panel['references'] = [],
): Panel => ({
  id: metric,
  y,
  series: names.map((name) => seriesOverCodeDim(settingsOfSeries(name), metric, looks[name])),
  references,
});

export const codeSizePanel = (metric: MetricName, y: ValueAxis): Panel =>
  panelOf(['vae', 'vae-without-kl'], metric, y);

/** Of samples: beside the VAEs stands the plain stacked autoencoder. */
export const samplePanel = (metric: MetricName, y: ValueAxis, references: Panel['references'] = []): Panel =>
  panelOf(['vae', 'vae-without-kl', 'stacked'], metric, y, references);

export type VaeSetting = SettingOf<'vae'>;

/** The variance of the data term, which only a Gaussian one has. */
export const dataVarianceOf = ({ id, training }: VaeSetting): number => {
  if (training.dataVariance !== null) return training.dataVariance;
  throw new Error(`${id} has no data variance: its data term is ${training.dataTerm}.`);
};

/** The convolutional VAEs, σ²ₓ rising. */
export const varianceSettings = (metrics: AllMetrics = readAllMetrics()): readonly VaeSetting[] =>
  metrics.settings
    .filter((setting) => setting.family === 'vae')
    .filter(({ model }) => model.network === 'convolutional')
    .toSorted((a, b) => dataVarianceOf(a) - dataVarianceOf(b));

export const variancePanel = (metric: MetricName, y: ValueAxis): Panel => ({
  id: metric,
  y,
  series: [
    seriesOver(varianceSettings(), metric, dataVarianceOf, {
      id: 'convolutional',
      label: 'convolutional VAE',
      short: 'VAE',
      tone: 'series-1',
    }),
  ],
});
