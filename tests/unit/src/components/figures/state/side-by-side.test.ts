import { expect, test } from 'vitest';
import { formatState, parseState } from '../../../../../../src/components/figures/state/fields.ts';
import {
  contentsOf,
  isPreviewGrid,
  sideBySideFields,
  type SideBySideFacts,
} from '../../../../../../src/components/figures/state/side-by-side.ts';

const facts: SideBySideFacts = {
  name: 'guided',
  label: '',
  levels: [0, 0.3].map((sigma) => ({ sigma, models: [] })),
  initialSigma: 0.3,
  modelsUrl: '/models/',
  originalsUrl: undefined,
  judge: undefined,
  labels: '0123401234',
  leaningOnes: [6, 1],
  numClasses: 5,
};

test('its whole state goes through a link', () => {
  const fields = sideBySideFields(facts);
  const text = 'sigma:0,from:ones,seed:3';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(parseState(fields, 'sigma:1')).toEqual({ sigma: 0.3, from: 'each', seed: 0 });
});

test('it starts with the images of the previews', () => {
  expect(contentsOf(facts, { from: 'each', seed: 0 })).toEqual([0, 1, 2, 3, 4]);
  expect(isPreviewGrid({ from: 'each', seed: 0 })).toBe(true);
  expect(isPreviewGrid({ from: 'each', seed: 1 })).toBe(false);
  expect(isPreviewGrid({ from: 'ones', seed: 0 })).toBe(false);
});

test('ones are in the order of their slant first, and any ones after that', () => {
  expect(contentsOf(facts, { from: 'ones', seed: 0 })).toEqual([6, 1]);
  const others = contentsOf(facts, { from: 'ones', seed: 1 });
  expect(others.every((image) => facts.labels[image] === '1')).toBe(true);
});
