/**
 * What the pages' `<Definition>`s say, gathered from their sources when the site is built, so that a word is explained in one place.
 * A word that several pages define has the text of the first; the others say the same of their own models.
 */
import { bookPages, type Chapter } from '../layout/contents.ts';
import { pageSource } from '../layout/page-source.ts';

export interface GatheredDefinition {
  readonly term: string;
  /** Markdown, with formulas. */
  readonly text: string;
  /** The pages that define it, in reading order. */
  readonly pages: readonly Chapter[];
}

/** Of a `<Definition>` on its page, and of its entry in the glossary: `term-content-code`. */
export const termAnchor = (term: string): string =>
  `term-${term.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** @param source of an .mdx page */
export const definitionsIn = (source: string): { term: string; text: string }[] =>
  Array.from(source.matchAll(/<Definition term="([^"]+)">(.*?)<\/Definition>/gs), ([, term, text]) => ({
    term,
    text: text.trim().replace(/\s+/g, ' '),
  }));

/** In alphabetical order, whatever the case. */
export function gatherDefinitions(
  sourceOf: (page: Chapter) => string = pageSource,
): readonly GatheredDefinition[] {
  const found = bookPages.flatMap((page) => definitionsIn(sourceOf(page)).map((each) => ({ ...each, page })));
  return [...new Set(found.map(({ term }) => term))]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((term) => {
      const each = found.filter((definition) => definition.term === term);
      return { term, text: each[0].text, pages: each.map(({ page }) => page) };
    });
}
