/** Where models stand in the chart, in shares of its width and height from the lower left corner, and which is nearest to a pointer. Pure. */
import type { ScaledAxis } from '../../charts/axes.ts';
import type { AxisFacts, AxisModel, Value } from './models.ts';
import { samplerOf, type AxisState } from './state.ts';
import { axes } from './axes.ts';

export interface AxisPoint {
  readonly model: AxisModel;
  readonly left: number;
  readonly bottom: number;
  /** The ends of the spread over seeds: left and right, bottom and top. */
  readonly across: readonly [number, number];
  readonly upwards: readonly [number, number];
  /** Belongs to what is shown. */
  readonly stands: boolean;
}

/** From 0 at the low end of the scale to 1 at the high one; what lies beyond is at the end. */
export function placeOn({ type, domain }: Pick<ScaledAxis, 'type' | 'domain'>, value: number): number {
  const on = type === 'log' ? Math.log : Number;
  const [low, high] = domain;
  const inside = Math.min(Math.max(value, low), high);
  return (on(inside) - on(low)) / (on(high) - on(low));
}

const endsOf = ({ mean, sd }: Value): readonly [number, number] => [mean - (sd ?? 0), mean + (sd ?? 0)];

/** A model that has no number on the axis has no point. */
export function pointsOf(
  { models, scales }: Pick<AxisFacts, 'models' | 'scales'>,
  { across, quality, from, show }: Omit<AxisState, 'of' | 'seed'>,
): readonly AxisPoint[] {
  const onAxis = (name: typeof across | typeof quality) => (value: number) =>
    placeOn(scales[name], value / axes[name].divisor);
  const [x, y] = [onAxis(across), onAxis(quality)];
  const ends = (place: (value: number) => number, value: Value): readonly [number, number] => {
    const [low, high] = endsOf(value);
    return [place(low), place(high)];
  };
  return models.flatMap((model) => {
    const value = model.across[across];
    const drawn = model.samples[samplerOf(model, from)]?.[quality];
    if (!value || !drawn) return [];
    return [
      {
        model,
        left: x(value.mean),
        bottom: y(drawn.mean),
        across: ends(x, value),
        upwards: ends(y, drawn),
        stands: show === 'all' || show === model.family,
      },
    ];
  });
}

/** Of the points that stand out. `place`: from the left and top edge, with the width and height of the chart. */
export function nearestPoint(
  points: readonly AxisPoint[],
  place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): AxisPoint | undefined {
  const distance = ({ left, bottom }: AxisPoint): number =>
    Math.hypot((left - place.left) * place.width, (1 - bottom - place.top) * place.height);
  return points
    .filter(({ stands }) => stands)
    .toSorted((a, b) => distance(a) - distance(b))
    .at(0);
}
