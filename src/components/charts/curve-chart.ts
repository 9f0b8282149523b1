/** Curves over epochs, coloured by a quantity in order: a line chart without dots whose tones rise with the quantity. */
import type { LineChartData, Series, Tone, ValueAxis } from './types.ts';

export interface Curve {
  readonly id: string;
  readonly label: string;
  readonly short?: string;
  /** The quantity that orders and colours the curves, such as σ. */
  readonly order: number;
  /** One number an epoch, from the first. */
  readonly values: readonly number[];
}

export interface CurveChartData {
  readonly y: ValueAxis;
  readonly curves: readonly Curve[];
  /** What the curves run over. */
  readonly x?: string;
}

/** Tones of the ramp, one for each of `count` ranks, the first and the last among them. */
export function rampTone(rank: number, count: number): Tone {
  const step = count > 1 ? 1 + Math.round((7 * rank) / (count - 1)) : 8;
  return `ramp-${step as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;
}

export function lineChartOfCurves({ y, curves, x = 'epoch' }: CurveChartData): LineChartData {
  const ordered = curves.toSorted((a, b) => a.order - b.order);
  const series = ordered.map(({ id, label, short, values }, rank): Series => ({
    id,
    label,
    ...(short === undefined ? {} : { short }),
    tone: rampTone(rank, ordered.length),
    data: values.map((value, epoch) => ({ x: epoch + 1, y: value })),
  }));
  return { x: { label: x, scale: 'linear' }, dots: false, panels: [{ id: 'curves', y, series }] };
}
