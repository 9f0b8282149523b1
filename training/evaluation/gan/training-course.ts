/** How the Inception Score went while a game was played: how high, and how steady at the end. */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { meanOf, sampleSd } from '../../../src/contract/statistics.ts';

/** The end of a game, as a share of its epochs. */
const lateShare = 1 / 4;

/** `inception`: after each epoch. */
export function measureCourse(inception: readonly number[]): MetricValues {
  const late = inception.slice(-Math.max(1, Math.round(inception.length * lateShare)));
  const n = late.length;
  return {
    'inception.best': { value: Math.max(...inception), n: inception.length },
    'inception.late': { value: meanOf(late), n },
    ...(n > 1 && { 'inception.lateSd': { value: sampleSd(late), n } }),
  };
}
