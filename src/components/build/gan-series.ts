/**
 * The adversarial networks as pages compare them: named comparisons of settings that differ in one thing, each setting with what tells it
 * from the others. For .astro files and build-time code, not for islands.
 */
import type { SettingOf } from '../../contract/metrics.ts';
import { findSetting, readAllMetrics, type AllMetrics } from './metrics.ts';

export type GanSetting = SettingOf<'gan'>;

const comparisons = {
  methods: [
    ['gan-mnist-dcgan-noise0.1', 'DCGAN'],
    ['gan-mnist-sn', 'SN-GAN'],
    ['gan-mnist-wgan-n5', 'WGAN'],
    ['gan-mnist-wgan-sn-n5', 'WGAN + SN'],
    ['gan-mnist-wgan-gp-n5', 'WGAN-GP'],
  ],
  'critic-steps': [
    ['gan-mnist-wgan-n1', 'n = 1'],
    ['gan-mnist-wgan-n2', 'n = 2'],
    ['gan-mnist-wgan-n5', 'n = 5'],
    ['gan-mnist-wgan-n20', 'n = 20'],
    ['gan-mnist-wgan-sn-n5', 'SN, n = 5'],
    ['gan-mnist-wgan-sn-n20', 'SN, n = 20'],
  ],
  'label-noise': [
    ['gan-mnist-dcgan-noise0', 'ε = 0'],
    ['gan-mnist-dcgan-noise0.1', 'ε = 0.1'],
    ['gan-mnist-dcgan-noise0.3', 'ε = 0.3'],
  ],
  'learning-rate': [
    ['gan-mnist-dcgan-noise0.1-rate0.02', 'DCGAN, 0.02'],
    ['gan-mnist-dcgan-noise0.1-rate0.005', 'DCGAN, 0.005'],
    ['gan-mnist-dcgan-noise0.1', 'DCGAN, 0.001'],
    ['gan-mnist-dcgan-noise0.1-rate0.0002', 'DCGAN, 0.0002'],
    ['gan-mnist-sn', 'SN, 0.001'],
    ['gan-mnist-sn-rate0.0002', 'SN, 0.0002'],
  ],
} as const;

export type GanComparison = keyof typeof comparisons;

/** One setting of a comparison. */
export interface Compared {
  readonly setting: GanSetting;
  /** What tells it from the others. */
  readonly text: string;
}

export function ganSetting(id: string, metrics: AllMetrics = readAllMetrics()): GanSetting {
  const setting = findSetting(id, metrics);
  if (setting.family === 'gan') return setting;
  throw new Error(`${id} is a setting of the family ${setting.family}, not gan.`);
}

/** In the order of the page. @throws Error when one was not measured. */
export const settingsCompared = (
  name: GanComparison,
  metrics: AllMetrics = readAllMetrics(),
): readonly Compared[] => comparisons[name].map(([id, text]) => ({ setting: ganSetting(id, metrics), text }));

/** Of all comparisons, each once. */
export const ganSettings = (metrics: AllMetrics = readAllMetrics()): readonly GanSetting[] =>
  [...new Set(Object.values(comparisons).flatMap((compared) => compared.map(([id]) => id)))].map((id) =>
    ganSetting(id, metrics),
  );
