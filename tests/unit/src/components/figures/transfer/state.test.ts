import { expect, test } from 'vitest';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import { levelToCompare, transferFields } from '../../../../../../src/components/figures/transfer/state.ts';
import { facts } from '../facts.ts';

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
