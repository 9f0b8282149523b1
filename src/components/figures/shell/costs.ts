/** What obedience cost each checkpoint, from its own metrics file and from the mark of real images. Build time. */
import { datasetNames } from '../../../contract/datasets.ts';
import { readRunMetrics, referenceOf, runMetricOf } from '../../build/metrics.ts';
import { costOf, type Cost, type Costs } from './state/cost.ts';

const names = ['diversity', 'factorCorrelation.transfer.ink', 'factorCorrelation.transfer.slant'] as const;

function costOfRun(id: string): Cost | undefined {
  const run = readRunMetrics(id);
  const measured = Object.fromEntries(names.map((name) => [name, runMetricOf(run, name)]));
  return costOf(measured, referenceOf('real.diversity', run.dataset.name));
}

export const costsOf = (ids: readonly string[]): Costs =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, costOfRun(id)]));

/** By data set. */
export const realDiversity = (): Readonly<Record<string, number>> =>
  Object.fromEntries(datasetNames.map((name) => [name, referenceOf('real.diversity', name)]));
