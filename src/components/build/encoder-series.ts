/**
 * The models with an encoder as pages compare them: named series, in each one setting for each number of code numbers. For .astro files
 * and build-time code, not for islands.
 */
import type { SettingOf } from '../../contract/metrics.ts';
import { readAllMetrics, type AllMetrics, type AnySetting } from './metrics.ts';

export type EncoderSetting = SettingOf<'autoencoder' | 'vae'>;
type Autoencoder = SettingOf<'autoencoder'>;

const isKind =
  (kind: Autoencoder['kind']) =>
  (setting: EncoderSetting): boolean =>
    setting.family === 'autoencoder' && setting.kind === kind;

const isStack =
  (activation: Autoencoder['model']['encoderActivation'], pretrained: boolean) =>
  (setting: EncoderSetting): boolean =>
    setting.family === 'autoencoder' &&
    setting.kind === 'stacked' &&
    setting.model.encoderActivation === activation &&
    setting.training.pretrainingEpochs > 0 === pretrained;

const isDense =
  (divergence: boolean) =>
  (setting: EncoderSetting): boolean =>
    setting.family === 'vae' &&
    setting.model.network === 'dense' &&
    setting.training.divergence === divergence;

const series = {
  pca: isKind('pca'),
  linear: isKind('linear'),
  relu: isKind('nonlinear'),
  stacked: isStack('relu', false),
  'stacked-greedy': isStack('relu', true),
  'stacked-sigmoid': isStack('sigmoid', false),
  'stacked-sigmoid-greedy': isStack('sigmoid', true),
  vae: isDense(true),
  'vae-without-kl': isDense(false),
} as const;
export type EncoderSeriesName = keyof typeof series;

const hasEncoder = (setting: AnySetting): setting is EncoderSetting => setting.family !== 'glo';

/** Code numbers rising. @throws Error when nothing was measured that fits. */
export function settingsOfSeries(
  name: EncoderSeriesName,
  metrics: AllMetrics = readAllMetrics(),
): readonly EncoderSetting[] {
  const found = metrics.settings.filter(hasEncoder).filter(series[name]);
  if (found.length > 0) return found.toSorted((a, b) => a.model.codeDim - b.model.codeDim);
  throw new Error(
    `Nothing was measured of the series ${name}. npm run train:all trains and measures the whole registry.`,
  );
}
