import { expect, it } from 'vitest';
import { forHost } from '../../../../src/library/shadow-styles.ts';

it('what a style sheet says of the page holds for the element', () => {
  expect(forHost(':root{--ink:#000}.island{color:var(--ink)}')).toBe(
    ':host{--ink:#000}.island{color:var(--ink)}',
  );
});

it('a page with an attribute becomes an element with that attribute, quoted or not', () => {
  expect(forHost(`:root,:root[data-theme]{a:b}`)).toBe(':host,:host([data-theme]){a:b}');
  expect(forHost(`:root[data-theme='dark'] .x{a:b}`)).toBe(`:host([data-theme='dark']) .x{a:b}`);
  expect(forHost(`:root[data-theme=dark]{a:b}`)).toBe(':host([data-theme=dark]){a:b}');
});
