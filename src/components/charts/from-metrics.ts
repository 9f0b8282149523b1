/** What was measured, as series and points of charts. Numbers only come through here from metrics.json; none is made up. */
import type { FigureName, ReferenceName } from '../../contract/figures.ts';
import type { Metrics, Setting } from '../../contract/metrics.ts';
import { figureOf, referenceOf } from '../build/metrics.ts';
import type { Point, ReferenceLine, Series } from './types.ts';

/** A figure over any number that settings differ in, rising: one datum a setting, with its spread over seeds. */
export const seriesOver = (
  settings: readonly Setting[],
  figure: FigureName,
  valueOf: (setting: Setting) => number,
  look: Omit<Series, 'data'>,
): Series => ({
  ...look,
  data: settings
    .map((setting) => {
      const { mean, sd } = figureOf(setting, figure);
      return { x: valueOf(setting), y: mean, sd };
    })
    .toSorted((a, b) => a.x - b.x),
});

export const seriesOverSigma = (
  settings: readonly Setting[],
  figure: FigureName,
  look: Omit<Series, 'data'>,
): Series => seriesOver(settings, figure, ({ training }) => training.contentNoiseStd, look);

/** One figure against another: one point a setting. */
export function pointOf(
  setting: Setting,
  figures: { readonly x: FigureName; readonly y: FigureName },
  look: Pick<Point, 'label' | 'short' | 'href'>,
): Point {
  const [x, y] = [figureOf(setting, figures.x), figureOf(setting, figures.y)];
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
