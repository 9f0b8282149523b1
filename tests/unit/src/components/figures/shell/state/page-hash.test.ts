import { expect, test } from 'vitest';
import {
  formatPageHash,
  parsePageHash,
} from '../../../../../../../src/components/figures/shell/state/page-hash.ts';

const entries = new Map([
  ['transfer', 'recipe:lord,sigma:0.3'],
  ['samples', 'seed:7'],
]);

test('the figures of a page share one hash', () => {
  const hash = formatPageHash(entries);
  expect(hash).toBe('#fig-transfer=recipe:lord,sigma:0.3&fig-samples=seed:7');
  expect(parsePageHash(hash)).toEqual(entries);
});

test('a page whose figures are all at their defaults has no hash', () => {
  expect(formatPageHash(new Map())).toBe('');
  expect(parsePageHash('')).toEqual(new Map());
});

test('an anchor of the text names no figure', () => {
  expect(parsePageHash('#the-objective')).toEqual(new Map());
  expect(parsePageHash('#transfer-grid')).toEqual(new Map());
});

test('escaped links are read', () => {
  expect(parsePageHash('#fig-transfer%3Drecipe%3Alord%2Csigma%3A0.3&fig-samples=seed%3A7')).toEqual(entries);
});

test('a broken escape spoils nothing else', () => {
  expect(parsePageHash('#%&fig-samples=seed:7')).toEqual(new Map([['samples', 'seed:7']]));
});
