/** A small chart of curves in an island: its scales, and a trend through what jumps. In units of its view box. Pure. */
import { linearTicks } from '../../charts/ticks.ts';

export interface Curve {
  /** As many of both. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** About as many CSS pixels, so that words have one size. */
export const frames = {
  narrow: { width: 340, height: 210, left: 38, right: 84, top: 26, bottom: 26 },
  wide: { width: 720, height: 340, left: 38, right: 130, top: 26, bottom: 26 },
} as const satisfies Record<string, Frame>;

export interface CourseScales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** From 0 to the largest x; all y's, to round numbers. */
export function courseScales(
  curves: readonly Curve[],
  { width, height, left, right, top, bottom }: Frame,
): CourseScales {
  const ys = curves.flatMap((curve) => curve.ys);
  const most = Math.max(...curves.flatMap(({ xs }) => xs));
  const yTicks = linearTicks(Math.min(...ys), Math.max(...ys), 4);
  const [low, high] = [yTicks[0], yTicks[yTicks.length - 1]];
  return {
    x: (value) => left + ((width - left - right) * value) / most,
    y: (value) => top + ((height - top - bottom) * (high - value)) / (high - low),
    xTicks: linearTicks(0, most, 4).filter((tick) => tick <= most),
    yTicks,
  };
}

export const coursePath = ({ xs, ys }: Curve, { x, y }: Pick<CourseScales, 'x' | 'y'>): string =>
  xs.map((each, i) => `${i === 0 ? 'M' : 'L'}${x(each).toFixed(1)},${y(ys[i]).toFixed(1)}`).join('');

/** Values to each side that the trend takes in. */
const reach = 2;

/** Mean of each value and its neighbours, as many to both sides as there are. */
export const trendOf = (values: readonly number[]): number[] =>
  values.map((_, i) => {
    const near = Math.min(reach, i, values.length - 1 - i);
    const window = values.slice(i - near, i + near + 1);
    return window.reduce((sum, value) => sum + value, 0) / window.length;
  });
