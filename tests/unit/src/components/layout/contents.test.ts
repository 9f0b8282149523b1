import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  appendices,
  bookPages,
  chapterAt,
  chapterNumber,
  chapters,
} from '../../../../../src/components/layout/contents.ts';
import { figureNumber, figures } from '../../../../../src/components/layout/figures.ts';

describe('The contents', () => {
  it('list what has a page', () => {
    for (const { slug } of bookPages) expect(existsSync(`src/pages/${slug || 'index'}.mdx`), slug).toBe(true);
  });

  it('number the chapters alone', () => {
    expect(chapters.map(chapterNumber)).toEqual(chapters.map((_, i) => i + 1));
    for (const appendix of appendices) {
      expect(chapterAt(`/repo/${appendix.slug}/`)).toBe(appendix);
      expect(chapterNumber(appendix)).toBe(0);
    }
  });

  it.each(['/swaps', '/swaps/', '/repo/swaps/'])('find the chapter of %s', (pathname) => {
    const chapter = chapterAt(pathname);
    expect(chapter.slug).toBe('swaps');
    expect(chapters[chapterNumber(chapter) - 1]).toBe(chapter);
  });

  it('fail on a page that they do not list', () => {
    expect(() => chapterAt('/repo/notes/')).toThrow(
      /^No chapter for the page \/repo\/notes\/: expected one of method, .*\. Add it to src\/components\/layout\/contents\.ts\.$/,
    );
  });
});

describe('The figures', () => {
  it('stand on pages of the book, in the order of these', () => {
    const order = figures.map(({ page }) => bookPages.findIndex(({ slug }) => slug === page));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('are numbered from 1, and an unknown one fails', () => {
    expect(figureNumber(figures[0].id)).toBe(1);
    expect(() => figureNumber('nothing')).toThrow(/^No figure with the id "nothing": expected one of /);
  });
});
