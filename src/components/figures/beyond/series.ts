/** Settings of one group as lines of a chart, over whatever the group varies; one line a level of σ. For .astro files. */
import type { MetricName } from '../../../contract/metric-names.ts';
import { readMetrics, settingsOf, type Metrics, type Setting } from '../../build/metrics.ts';
import { seriesOver } from '../../charts/from-metrics.ts';
import type { Panel, ValueAxis } from '../../charts/types.ts';

/** What all runs but the varied ones have: lord, L1 + L2, 2,000 images of MNIST, 25 + 25 dimensions, no decay. */
export const baseAt = (contentNoiseStd: number, metrics: Metrics = readMetrics()): Setting =>
  settingsOf(
    { group: 'sigma', dataset: 'mnist', preset: 'lord', loss: 'l1+l2', shipped: true, contentNoiseStd },
    metrics,
  )[0];

/** A group at one σ with the run of the noise sweep that belongs among them. */
export const groupWithBase = (
  group: Setting['group'],
  contentNoiseStd: number,
  metrics: Metrics = readMetrics(),
): readonly Setting[] => [
  ...metrics.settings.filter(
    (setting) => setting.group === group && setting.training.contentNoiseStd === contentNoiseStd,
  ),
  baseAt(contentNoiseStd, metrics),
];

export const contentDimOf = ({ model }: Setting): number => model.contentDim;
export const decayOf = ({ training }: Setting): number => training.contentDecay;
export const numImagesOf = ({ dataset }: Setting): number => dataset.numTrainingImages;

const levels = [
  { sigma: 0.3, look: { id: 'low', label: 'σ = 0.3', tone: 'series-1' } },
  { sigma: 1, look: { id: 'high', label: 'σ = 1', tone: 'series-2' } },
] as const;

/** One metric over what a group varies, at both levels of σ that it was trained at. */
export const sigmaPanel = (
  group: Setting['group'],
  metric: MetricName,
  valueOf: (setting: Setting) => number,
  y: ValueAxis,
  references: Panel['references'] = [],
): Panel => ({
  id: metric,
  y,
  series: levels.map(({ sigma, look }) => seriesOver(groupWithBase(group, sigma), metric, valueOf, look)),
  references,
});
