import { expect, test } from 'vitest';
import { samplesPreview } from '../../../../../../src/contract/previews.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/state/fields.ts';
import { reconstructionsFields } from '../../../../../../src/components/figures/state/reconstructions.ts';
import { sampleOptions, samplesFields } from '../../../../../../src/components/figures/state/samples.ts';
import { levelToCompare, transferFields } from '../../../../../../src/components/figures/state/transfer.ts';
import { facts } from './facts.ts';

test('the transfer grid starts with the images of its preview', () => {
  expect(parseState(transferFields(facts), '').picks).toEqual(facts.previewImages);
});

test('the transfer grid’s whole state goes through a link', () => {
  const text = 'recipe:exercise,sigma:1,picks:9.8.7.6.5.4.3.2.1.0,cell:99,versus:0.3';
  const fields = transferFields(facts);
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});

test('a link may name fewer images than the grid has columns', () => {
  expect(parseState(transferFields(facts), 'recipe:lord,sigma:0.3,picks:1.3.5').picks).toEqual([
    1,
    3,
    5,
    ...facts.previewImages.slice(3),
  ]);
});

test('a grid is never compared with itself', () => {
  const sigmas = [0, 0.1, 0.3, 1, 2];
  expect(levelToCompare(sigmas, 0.3, 2)).toBe(2);
  expect(levelToCompare(sigmas, 2, 2)).toBe(0);
  expect(levelToCompare(sigmas, 0, 0)).toBe(2);
});

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

test('the reconstructions’ whole state goes through a link', () => {
  const fields = reconstructionsFields(facts);
  for (const from of ['each', 'any', '4']) {
    const text = `recipe:exercise,sigma:0.3,all:yes,from:${from},seed:3`;
    expect(formatState(fields, parseState(fields, text))).toBe(text);
  }
});
