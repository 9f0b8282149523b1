/** The loss of every step of one run or two, in a box of a fixed width: means of as many steps as a pixel stands for. Pure. */
import { curvePath, curveScales, type CurveFrame, type CurveScales } from '../epochs/epoch-curve.ts';

export const lossFrame: CurveFrame = { width: 300, height: 170, left: 34, right: 8, top: 22, bottom: 22 };

const mostPoints = 130;

export interface LossPlot {
  readonly y: CurveScales['y'];
  readonly ticks: readonly number[];
  /** One a run. */
  readonly lines: readonly {
    readonly path: string;
    readonly last: { readonly x: number; readonly y: number };
  }[];
}

/** `runs`: of as many steps each. Undefined with fewer than two losses. */
export function plotLosses(runs: readonly (readonly number[])[]): LossPlot | undefined {
  if (runs[0].length < 2) return undefined;
  const curves = runs.map(means);
  const [{ length }] = curves;
  const points = curves.flat();
  const low = Math.min(...points);
  // Flat curves need a height too.
  const scales = curveScales(lossFrame, { numEpochs: length, losses: [low * 0.98, ...points] });
  return {
    y: scales.y,
    ticks: scales.ticks,
    lines: curves.map((curve) => ({
      path: curvePath(curve, scales),
      last: { x: scales.x(length), y: scales.y(curve[length - 1]) },
    })),
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
