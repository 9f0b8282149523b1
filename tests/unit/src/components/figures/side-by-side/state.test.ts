import { expect, test } from 'vitest';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import {
  atLevel,
  contentsOf,
  isPreviewGrid,
  levelOf,
  sideBySideFields,
  wordsOf,
  type SideBySideFacts,
} from '../../../../../../src/components/figures/side-by-side/state.ts';

const facts: SideBySideFacts = {
  name: 'guided',
  label: '',
  axis: 'sigma',
  levels: [0, 0.3].map((level) => ({ level, models: [{ id: `run${level}`, text: 'noise alone' }] })),
  initialLevel: 0.3,
  sources: ['each', 'ones', 'any'],
  modelsUrl: '/models/',
  originalsUrl: undefined,
  judge: undefined,
  costs: {},
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

test('what changes all models together is σ or the epoch, and a link says which', () => {
  const learning: SideBySideFacts = {
    ...facts,
    axis: 'epoch',
    levels: [1, 4, 50].map((level) => ({ level, models: [{ id: `run@${level}`, text: 'lord' }] })),
    initialLevel: 50,
    sources: ['each', 'any'],
  };
  const fields = sideBySideFields(learning);
  const state = parseState(fields, 'epoch:4,from:any,seed:2');
  expect(formatState(fields, state)).toBe('epoch:4,from:any,seed:2');
  expect(levelOf(learning, state)).toBe(4);
  expect(formatState(fields, { ...state, ...atLevel('epoch', 1) })).toBe('epoch:1,from:any,seed:2');
  expect(levelOf(learning, parseState(fields, 'epoch:3,from:ones'))).toBe(50);
  expect(parseState(fields, 'from:ones').from).toBe('each');
  expect(wordsOf(learning, 'run@4')).toEqual({ text: 'lord', level: 'epoch 4' });
  expect(wordsOf(facts, 'run0.3')).toEqual({ text: 'noise alone', level: 'σ = 0.3' });
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
