/** What obedience cost each checkpoint, from its own metrics file and from the mark of real images. Build time. */
import { readRunMetrics, referenceOf, runMetricOf } from '../../build/metrics.ts';
import type { Cost, Costs } from './state/cost.ts';

function costOf(id: string): Cost {
  const run = readRunMetrics(id);
  return {
    variety: runMetricOf(run, 'diversity') / referenceOf('real.diversity', run.dataset.name),
    ink: runMetricOf(run, 'factorCorrelation.transfer.ink'),
    slant: runMetricOf(run, 'factorCorrelation.transfer.slant'),
  };
}

export const costsOf = (ids: readonly string[]): Costs =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, costOf(id)]));
