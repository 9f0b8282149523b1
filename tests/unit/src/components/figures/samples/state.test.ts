import { expect, test } from 'vitest';
import { sampleOptions, samplesFields } from '../../../../../../src/components/figures/samples/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import { samplesPreview } from '../../../../../../src/contract/previews.ts';
import { facts } from '../facts.ts';

test('the samples start as their preview', () => {
  const state = parseState(samplesFields(facts), '');
  expect(sampleOptions(state, facts.numClasses)).toEqual({
    ...samplesPreview,
    classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  });
});

test('the samples’ whole state goes through a link', () => {
  const text = 'recipe:lord,sigma:1,prior:standard,codes:random,temperature:0.4,seed:12';
  const fields = samplesFields(facts);
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});
