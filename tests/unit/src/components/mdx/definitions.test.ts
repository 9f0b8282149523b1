import { expect, it } from 'vitest';
import {
  definitionsIn,
  gatherDefinitions,
  termAnchor,
} from '../../../../../src/components/mdx/definitions.ts';

it('reads the definitions of a page, formulas and all', () => {
  const source = `# A\n<Definition term="class code">\n  The vector $e_k$\n  of class $k$.\n</Definition>\n<Definition term="seed">One number.</Definition>`;
  expect(definitionsIn(source)).toEqual([
    { term: 'class code', text: 'The vector $e_k$ of class $k$.' },
    { term: 'seed', text: 'One number.' },
  ]);
});

it('gathers each term once, with the text of the first page and the names of all', () => {
  const texts: Partial<Record<string, string>> = {
    swaps: '<Definition term="b">Of swaps.</Definition>',
    noise: '<Definition term="b">Of noise.</Definition><Definition term="A">First.</Definition>',
  };
  const gathered = gatherDefinitions(({ slug }) => texts[slug] ?? '');
  expect(gathered.map(({ term, text }) => [term, text])).toEqual([
    ['A', 'First.'],
    ['b', 'Of swaps.'],
  ]);
  expect(gathered[1].pages.map(({ slug }) => slug)).toEqual(['swaps', 'noise']);
});

it('finds the definitions of the pages, and gives each an anchor of its own', () => {
  const terms = gatherDefinitions().map(({ term }) => term);
  expect(terms).toEqual(expect.arrayContaining(['content code', 'class code', 'noise std σ', 'transfer']));
  expect(new Set(terms.map(termAnchor)).size).toBe(terms.length);
  expect(termAnchor('noise std σ')).toBe('term-noise-std-σ');
});
