/** What the figures that go through VAEs are told at build time. Not for islands. */
import type { MetricName } from '../../../contract/metric-names.ts';
import { settingsOfSeries, type EncoderSetting } from '../../build/encoder-series.ts';
import { readManifestOf } from '../../build/manifests.ts';
import { metricOf } from '../../build/metrics.ts';
import { withBase } from '../../layout/links.ts';
import { formatNumber, type NumberFormat } from '../../layout/number-text.ts';
import { encoderModelOf } from '../encoders/facts.ts';
import { dataVarianceOf, varianceSettings } from './series.ts';
import type { Measurement, SweepFacts, SweepModel } from './sweep.ts';

type Facts = Omit<SweepFacts, 'originalsUrl'>;
type Measure = readonly [metric: MetricName, name: string, format: NumberFormat];

const measures: readonly Measure[] = [
  ['reconstruction.validation.mse', 'squared error', { digits: 4 }],
  ['elbo.divergence', 'divergence, nats', { digits: 1 }],
  ['codes.active', 'active numbers', { digits: 0 }],
  ['generated.standard.frechet', 'FD, from N(0, I)', { digits: 0 }],
  ['generated.fitted.frechet', 'FD, fitted', { digits: 0 }],
];

const measurementsOf = (setting: EncoderSetting): readonly Measurement[] =>
  measures.map(([metric, name, format]) => [name, formatNumber(metricOf(setting, metric).mean, format)]);

const modelOf = (setting: EncoderSetting, place: Pick<SweepModel, 'stop' | 'kl'>): SweepModel => ({
  ...encoderModelOf(setting),
  ...place,
  ending: setting.shipped ? readManifestOf('vae', setting.id).ending : undefined,
  measurements: measurementsOf(setting),
});

const common = { modelsUrl: withBase('models/') } as const;

export const sizeFacts = (): Facts => ({
  ...common,
  name: 'by-code-size',
  title: 'VAEs by the size of the code',
  symbol: 'k',
  says: 'Code numbers',
  initial: 10,
  models: (['vae', 'vae-without-kl'] as const).flatMap((series) =>
    settingsOfSeries(series).map((setting) =>
      modelOf(setting, { stop: setting.model.codeDim, kl: series === 'vae' ? 'with' : 'without' }),
    ),
  ),
});

export const varianceFacts = (): Facts => ({
  ...common,
  name: 'by-data-variance',
  title: 'VAEs by the variance of the data term',
  symbol: 'σ²ₓ',
  says: 'Variance of the data term',
  initial: 1e-3,
  models: varianceSettings().map((setting) =>
    modelOf(setting, { stop: dataVarianceOf(setting), kl: 'with' }),
  ),
});
