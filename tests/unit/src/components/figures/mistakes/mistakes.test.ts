import { expect, test } from 'vitest';
import { mistakenRuns } from '../../../../../../src/components/figures/mistakes/mistakes.ts';
import { summarize, type RunMetrics } from '../../../../../../src/contract/metrics.ts';
import { inventedRun } from '../../../../../support/invented-metrics.ts';

function run(mistake: RunMetrics['training']['mistake']): RunMetrics {
  const base = inventedRun({ preset: 'exercise', sigma: 0.3, metrics: {}, group: 'mistakes' });
  return { ...base, id: `glo-mnist-${mistake}`, training: { ...base.training, mistake } };
}

test('mistakes come in the order of the gallery, those that were run', () => {
  const metrics = summarize([run('shared-noise'), run('copied-codes')], []);
  expect(mistakenRuns(metrics).map(({ mistake }) => mistake)).toEqual(['copied-codes', 'shared-noise']);
});
