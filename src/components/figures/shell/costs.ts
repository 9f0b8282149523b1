/** What obedience cost each checkpoint, from its own metrics file and from the mark of real images. Build time. */
import { datasetNames } from '../../../contract/datasets.ts';
import { readRunMetrics, referenceOf, runMetricOf } from '../../build/metrics.ts';
import { costOf, type Costs } from './state/cost.ts';

const measuredOf = (id: string) => {
  const run = readRunMetrics(id);
  const names = ['diversity', 'factorCorrelation.transfer.ink', 'factorCorrelation.transfer.slant'] as const;
  return Object.fromEntries(names.map((name) => [name, runMetricOf(run, name)]));
};

export const costsOf = (ids: readonly string[]): Costs =>
  Object.fromEntries(
    [...new Set(ids)].map((id) => [
      id,
      costOf(measuredOf(id), referenceOf('real.diversity', readRunMetrics(id).dataset.name)),
    ]),
  );

/** By data set. */
export const realDiversity = (): Readonly<Record<string, number>> =>
  Object.fromEntries(datasetNames.map((name) => [name, referenceOf('real.diversity', name)]));
