import { expect, it } from 'vitest';
import { shownRuns } from '../../../../../../src/components/figures/alone/shown-runs.ts';

it('names each run once, several of one part, an earlier epoch as its run, and nothing of a part without any', () => {
  expect(shownRuns([{ checkpoint: 'a' }, { runs: 'b c@10 b', checkpoint: 'a' }, { runs: '' }, {}])).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(shownRuns([])).toEqual([]);
  expect(shownRuns([{ runs: 'own:mine a' }])).toEqual(['a']);
});
