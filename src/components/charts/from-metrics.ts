/** What was measured, as series and points of charts. Numbers only come through here from metrics.json; none is made up. */
import type { MetricName, ReferenceName } from '../../contract/metric-names.ts';
import type { EncoderSetting } from '../build/encoder-series.ts';
import { metricOf, referenceOf, type AnySetting, type Metrics, type Setting } from '../build/metrics.ts';
import type { Point, ReferenceLine, Series } from './types.ts';

/** A metric over any number that settings differ in, rising: one datum a setting, with its spread over seeds. */
export const seriesOver = <Of extends AnySetting>(
  settings: readonly Of[],
  metric: MetricName,
  valueOf: (setting: Of) => number,
  look: Omit<Series, 'data'>,
): Series => ({
  ...look,
  data: settings
    .map((setting) => {
      const { mean, sd } = metricOf(setting, metric);
      return { x: valueOf(setting), y: mean, sd };
    })
    .toSorted((a, b) => a.x - b.x),
});

export const seriesOverSigma = (
  settings: readonly Setting[],
  metric: MetricName,
  look: Omit<Series, 'data'>,
): Series => seriesOver(settings, metric, ({ training }) => training.contentNoiseStd, look);

export const seriesOverCodeDim = (
  settings: readonly EncoderSetting[],
  metric: MetricName,
  look: Omit<Series, 'data'>,
): Series => seriesOver(settings, metric, ({ model }) => model.codeDim, look);

/** One metric against another: one point a setting. */
export function pointOf(
  setting: AnySetting,
  metrics: { readonly x: MetricName; readonly y: MetricName },
  look: Pick<Point, 'label' | 'short' | 'href'>,
): Point {
  const [x, y] = [metricOf(setting, metrics.x), metricOf(setting, metrics.y)];
  return { ...look, id: setting.id, x: x.mean, xSd: x.sd, y: y.mean, ySd: y.sd };
}

export const referenceLine = (
  name: ReferenceName,
  label: string,
  short?: string,
  dataset: Setting['dataset']['name'] = 'mnist',
  metrics?: Metrics,
): ReferenceLine => ({
  label,
  ...(short === undefined ? {} : { short }),
  y: referenceOf(name, dataset, metrics),
});
