/** What the claims and marks of the page of questions are made of. */
import { findSetting, metricOf, readAllMetrics } from '../../../src/components/build/metrics.ts';
import type { MetricName } from '../../../src/contract/metric-names.ts';

/** What a document claims, in parts, by the id of the question: whether the runs show each. */
export type Parts = Readonly<Record<string, () => readonly boolean[]>>;

const spreadOf = (id: string, metric: MetricName) => metricOf(findSetting(id, readAllMetrics()), metric);

/** Mean over seeds. */
export const of = (id: string, metric: MetricName): number => spreadOf(id, metric).mean;

/** Standard deviation over seeds. @throws Error where there is one seed. */
export function sdOf(id: string, metric: MetricName): number {
  const { sd } = spreadOf(id, metric);
  if (sd !== null) return sd;
  throw new Error(`${id} has one seed.`);
}
