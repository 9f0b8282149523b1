import { expect, it } from 'vitest';
import { withPageNumbers } from '../../../../scripts/book/numbers.ts';

const html = '<a href="#swaps">Swaps</a><span class="page-number" data-of="swaps">00</span>';

it('writes the number of a page behind the link that leads there', () => {
  expect(withPageNumbers(html, new Map([['swaps', 31]]))).toBe(html.replace('00', '31'));
});

it('says which place has no page', () => {
  expect(() => withPageNumbers(html, new Map([['noise', 40]]))).toThrow(
    'No page of the book has the place swaps: expected one of the 1 that links lead to.',
  );
});
