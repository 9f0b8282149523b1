/** The loss of every step in a box of a fixed width: means of as many steps as a pixel stands for. Pure. */
import { curvePath, curveScales, type CurveFrame, type CurveScales } from '../epochs/epoch-curve.ts';

export const lossFrame: CurveFrame = { width: 300, height: 170, left: 34, right: 8, top: 22, bottom: 22 };

const mostPoints = 130;

export interface LossPlot {
  readonly path: string;
  readonly y: CurveScales['y'];
  readonly ticks: readonly number[];
  readonly last: { readonly x: number; readonly y: number };
}

/** Undefined with fewer than two losses. */
export function plotLosses(losses: readonly number[]): LossPlot | undefined {
  if (losses.length < 2) return undefined;
  const points = means(losses);
  const low = Math.min(...points);
  // Flat curves need a height too.
  const scales = curveScales(lossFrame, { numEpochs: points.length, losses: [low * 0.98, ...points] });
  return {
    path: curvePath(points, scales),
    y: scales.y,
    ticks: scales.ticks,
    last: { x: scales.x(points.length), y: scales.y(points[points.length - 1]) },
  };
}

/** Groups of equal size but for the last. */
function means(values: readonly number[]): number[] {
  const size = Math.max(1, Math.ceil(values.length / mostPoints));
  return Array.from({ length: Math.max(2, Math.ceil(values.length / size)) }, (_, i) => {
    const group = values.slice(i * size, (i + 1) * size);
    return group.reduce((sum, value) => sum + value, 0) / group.length;
  });
}
