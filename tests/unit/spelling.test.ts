/** The words that the check of spelling (cspell.json) takes from the project's own list. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('lists each word once, in order, in small letters, so that a new one finds its place', () => {
  const words = readFileSync('cspell-words.txt', 'utf8').trimEnd().split('\n');
  expect(words).toEqual([...new Set(words.map((word) => word.toLowerCase()))].sort());
});
