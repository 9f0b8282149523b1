/** Where the chart of latencies has what, in units of its view box. Both axes are logarithmic. Pure. */
import { batchSizes, type BatchSize } from '../../../engine/runtimes/kinds.ts';
import { logTicks } from '../../charts/ticks.ts';

export const frame = { width: 420, height: 260, left: 44, right: 120, top: 28, bottom: 44 } as const;

/** What the axis spans before anything is measured, in milliseconds. */
const usual = [0.2, 100] as const;

export interface LatencyScales {
  readonly x: (batchSize: BatchSize) => number;
  readonly y: (ms: number) => number;
  readonly ticks: readonly number[];
}

/** @param measured all that is drawn, in milliseconds. */
export function latencyScales(measured: readonly number[]): LatencyScales {
  const ticks = logTicks(Math.min(usual[0], ...measured), Math.max(usual[1], ...measured));
  const [low, high] = [Math.log(ticks[0]), Math.log(ticks[ticks.length - 1])];
  const { width, height, left, right, top, bottom } = frame;
  return {
    x: (batchSize) =>
      left + ((width - left - right) * batchSizes.indexOf(batchSize)) / (batchSizes.length - 1),
    y: (ms) => top + ((height - top - bottom) * (high - Math.log(ms))) / (high - low),
    ticks,
  };
}
