/** Least squares with a level of its own for each class and one slope for all: what a direction says in every class alike. */
import { createSolver } from './solve.ts';

type Numbers = ArrayLike<number> & Iterable<number>;

export interface SharedFit {
  /** Where the values grow fastest, of length 1; all 0 where they do not depend on the points. */
  readonly direction: Float64Array;
  /** Share of the values' variance within classes that the slope explains. */
  readonly shared: number;
}

/** Of values[class][i] on `points` [n × dim], which every class shares. @throws RangeError when the points do not span all dimensions. */
export function fitSharedSlope(points: Float32Array, dim: number, values: readonly Numbers[]): SharedFit {
  const n = points.length / dim;
  const centered = centeredRows(points, dim);
  const normal = new Float64Array(dim * dim);
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j <= i; j++) {
        normal[i * dim + j] += values.length * centered[row * dim + i] * centered[row * dim + j];
      }
    }
  }
  const cross = new Float64Array(dim);
  let total = 0;
  for (const row of values) {
    const mean = meanOf(row);
    for (let at = 0; at < n; at++) {
      const deviation = row[at] - mean;
      for (let i = 0; i < dim; i++) cross[i] += centered[at * dim + i] * deviation;
      total += deviation * deviation;
    }
  }
  const slope = Float64Array.from(cross);
  createSolver(normal, dim)(slope);
  const length = Math.hypot(...slope);
  const explained = slope.reduce((sum, value, i) => sum + value * cross[i], 0);
  return {
    direction: slope.map((value) => (length === 0 ? 0 : value / length)),
    shared: total === 0 ? 0 : explained / total,
  };
}

/** `points` [n × dim] less their mean. */
function centeredRows(points: Float32Array, dim: number): Float64Array {
  const n = points.length / dim;
  const mean = new Float64Array(dim);
  points.forEach((value, at) => (mean[at % dim] += value / n));
  return Float64Array.from(points, (value, at) => value - mean[at % dim]);
}

function meanOf(values: Numbers): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
