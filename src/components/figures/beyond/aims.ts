/** What a model is to reach that holds class and content together, set before anything was measured; and which settings reach it. */
import type { MetricName } from '../../../contract/metric-names.ts';
import { metricOf, readMetrics, type Metrics, type Setting } from '../../build/metrics.ts';
import { baseAt } from './series.ts';

/** Met by a value of the setting beside noise alone at the same σ. */
type Aim = (value: number, alone: number) => boolean;

export const aims = {
  'reconstruction.l1': (value) => value <= 0.028,
  'swap.accuracy': (value) => value >= 0.99,
  'factorCorrelation.transfer.ink': (value) => value >= 0.85,
  'factorCorrelation.transfer.slant': (value) => value >= 0.85,
  'sampler.gaussian.frechet': (value, alone) => value < alone / 2,
} as const satisfies Partial<Record<MetricName, Aim>>;

export type AimName = keyof typeof aims;
export const aimNames = Object.keys(aims) as readonly AimName[];

export const isAim = (name: MetricName): name is AimName => name in aims;

/** By the mean over seeds. */
export function meetsAim(setting: Setting, name: AimName, metrics: Metrics = readMetrics()): boolean {
  const alone = baseAt(setting.training.contentNoiseStd, metrics);
  const meets: Aim = aims[name];
  return meets(metricOf(setting, name).mean, metricOf(alone, name).mean);
}
