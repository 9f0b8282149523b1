/** Reads one number from a checkpoint's manifest and writes it for a reader. Used while the site is built, never in the page. */
import { existsSync, readFileSync } from 'node:fs';
import { checkpointFiles } from '../../contract/ids.ts';
import { parseManifest, type Manifest } from '../../contract/manifest.ts';

export type MetricName = keyof Manifest['metrics'];

export interface NumberFormat {
  /** Digits behind the point. */
  readonly digits?: number;
  /** Times 100, with a per cent sign. */
  readonly percent?: boolean;
}

/** @throws Error naming the file or the metric that is missing, and what to do. */
export function readMetric(checkpoint: string, metric: MetricName, modelsDir = 'public/models'): number {
  const path = `${modelsDir}/${checkpoint}/${checkpointFiles.manifest}`;
  if (!existsSync(path)) {
    throw new Error(
      `A page prints ${metric} of ${checkpoint}, but there is no ${path}. Train it with npm run train -- ${checkpoint}.`,
    );
  }
  const { metrics } = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  if (metric in metrics) return metrics[metric];
  throw new Error(`${path} has no metric "${metric}"; its metrics: ${Object.keys(metrics).join(', ')}.`);
}

export const formatNumber = (value: number, { digits = 3, percent = false }: NumberFormat): string =>
  percent ? `${(value * 100).toFixed(digits)}\u00a0%` : value.toFixed(digits);
