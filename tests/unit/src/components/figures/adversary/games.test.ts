import { expect, test } from 'vitest';
import { idsOf, runOf } from '../../../../../../src/components/figures/adversary/comparisons.ts';
import { binsOf, gamesFields, scoreText } from '../../../../../../src/components/figures/adversary/games.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const run = (id: string) => ({ id, text: id.toUpperCase() });
const comparisons = {
  methods: [run('a'), run('b')],
  'critic-steps': [run('c'), run('b')],
  'label-noise': [run('a')],
  'learning-rate': [run('a'), run('d')],
};
const fields = gamesFields({ comparisons, numEpochs: 20 });

test('it starts with the last epoch of the five methods, which is its first frame', () => {
  expect(parseState(fields, '')).toEqual({ compare: 'methods', of: 'a', epoch: 20 });
});

test('the whole state goes through a link', () => {
  const text = 'compare:critic-steps,of:c,epoch:3';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(parseState(fields, 'compare:all,of:z,epoch:21')).toEqual(parseState(fields, ''));
});

test('a run of several comparisons counts once, and one that a comparison lacks gives way to its first', () => {
  expect(idsOf(comparisons)).toEqual(['a', 'b', 'c', 'd']);
  expect(runOf(comparisons['critic-steps'], 'b').text).toBe('B');
  expect(runOf(comparisons['critic-steps'], 'd').id).toBe('c');
});

test('bins are read back, and scores have two digits whatever their size', () => {
  expect(binsOf('0 12 3')).toEqual([0, 12, 3]);
  expect([-2.345, 0.000412, 0].map(scoreText)).toEqual(['−2.3', '0.00041', '0']);
});
