import { expect, test } from 'vitest';
import {
  cellDifferences,
  numFramed,
  placesOfLargest,
} from '../../../../../../src/components/figures/mistakes/facts.ts';
import { mistakenRuns, rightId } from '../../../../../../src/components/figures/mistakes/mistakes.ts';
import type { RunMetrics } from '../../../../../../src/components/build/metrics.ts';
import { summarize } from '../../../../../../src/contract/metrics.ts';
import { inventedRun } from '../../../../../support/invented-metrics.ts';

function run(mistake: RunMetrics['training']['mistake']): RunMetrics {
  const base = inventedRun({ preset: 'exercise', sigma: 0.3, metrics: {}, group: 'mistakes' });
  return { ...base, id: `glo-mnist-${mistake}`, training: { ...base.training, mistake } };
}

test('mistakes come in the order of the game, those that were run', () => {
  const metrics = summarize([run('copied-codes'), run('shared-noise')], []);
  expect(mistakenRuns(metrics).map(({ mistake }) => mistake)).toEqual(['shared-noise', 'copied-codes']);
});

test('the places of the largest numbers are named in their own order', () => {
  expect(placesOfLargest([3, 9, 1, 7, 8], 3)).toEqual([1, 3, 4]);
});

test('a run does not differ from itself, and a mistaken one differs in every cell that is framed', () => {
  expect(cellDifferences(rightId, 'transfers')).toEqual(Array.from({ length: 100 }, () => 0));
  for (const { mistake, setting } of mistakenRuns()) {
    const kind = mistake === 'statistics-axis' ? 'samples' : 'transfers';
    const differences = cellDifferences(setting.id, kind);
    for (const cell of placesOfLargest(differences, numFramed)) {
      expect(differences[cell], `${mistake}, cell ${cell}`).toBeGreaterThan(0.02);
    }
  }
});
