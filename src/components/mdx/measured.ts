/** Reads one number from a checkpoint's manifest and writes it for a reader. Used while the site is built, never in the page. */
import type { Manifest } from '../../contract/manifest.ts';
import { readManifest } from '../build/manifests.ts';

export type MetricName = keyof Manifest['metrics'];

export interface NumberFormat {
  /** Digits behind the point. */
  readonly digits?: number;
}

/** @throws Error when the checkpoint is not there, or has no such metric. */
export function readMetric(checkpoint: string, metric: MetricName): number {
  const { metrics } = readManifest(checkpoint);
  if (metric in metrics) return metrics[metric];
  throw new Error(
    `${checkpoint} has no metric "${metric}"; its metrics: ${Object.keys(metrics).join(', ')}.`,
  );
}

export const formatNumber = (value: number, { digits = 3 }: NumberFormat): string => value.toFixed(digits);
