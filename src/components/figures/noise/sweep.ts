/** The noise sweep as charts show it: its settings, and how each preset looks. For .astro files of the laboratory. */
import { presetNames } from '../../../contract/families/glo.ts';
import type { MetricName } from '../../../contract/metric-names.ts';
import { toggledSettings, type Setting } from '../../build/metrics.ts';
import { referenceLine, seriesOverSigma } from '../../charts/from-metrics.ts';
import type { Panel, Series, ValueAxis } from '../../charts/types.ts';
import type { Preset } from '../shell/state/checkpoints.ts';

/** Where the figure that sweeps σ starts, and so the mark of every chart that follows it. */
export const initialSigma = 0.3;

export const sigmaAxis = { label: 'σ', scale: 'ordinal' } as const;

/** A preset's runs that the figures draw, σ rising. */
export const shippedSweep = (preset: Preset): readonly Setting[] =>
  toggledSettings().filter(({ training }) => training.preset === preset);

/** Exercise in orange, lord in blue, styled in green, in every chart. */
const looks = {
  exercise: { id: 'exercise', label: 'exercise', tone: 'series-2' },
  lord: { id: 'lord', label: 'lord', tone: 'series-1' },
  styled: { id: 'styled', label: 'styled', tone: 'series-3' },
} as const satisfies Record<Preset, Omit<Series, 'data'>>;

/** One line a preset. */
export const presetLines = (metric: MetricName): readonly Series[] =>
  presetNames.map((preset) => seriesOverSigma(shippedSweep(preset), metric, looks[preset]));

export const presetPanel = (
  metric: MetricName,
  y: ValueAxis,
  references: Panel['references'] = [],
): Panel => ({
  id: metric,
  y,
  series: presetLines(metric),
  references,
});

export const classOnly = () => referenceLine('baseline.class-only.loss', 'class alone');
