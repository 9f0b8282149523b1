/**
 * The parts of the book: each built page as an article whose ids belong to it alone (`swaps--four-to-three`), so that all of them fit into
 * one document. Nothing that runs stays, nor what only a screen needs. Not here: where links lead, see links.ts.
 */
import { parseHTML } from 'linkedom';
import type { Chapter } from '../../src/components/layout/contents.ts';

export interface BuiltPage {
  readonly page: Chapter;
  /** The whole file that the build wrote. */
  readonly html: string;
}

export interface Part {
  readonly page: Chapter;
  readonly article: Element;
  /** Its style sheets, as HTML. */
  readonly styles: readonly string[];
  /** Where the page lives, with `https://`, if the build was told. */
  readonly address?: string;
}

/** The id of a page's part. */
export const partId = ({ slug }: Chapter): string => slug || 'cover';

/** The id that an element of a page has in the book: of letters that every reader of PDF takes in the name of a place. */
export const bookId = (page: Chapter, id: string): string =>
  `${partId(page)}--${id.replace(/[^\w-]/gu, (letter) => `u${letter.codePointAt(0)?.toString(16)}`)}`;

/** What only a screen needs; the list of chapters is in the contents. */
const onScreen =
  'script, noscript, template, .page-foot, .chapter-time, .chapter-list, .level-h2:has(+ .chapter-list)';
/** Attributes that name elements by id, one or several. */
const naming = ['id', 'for', 'aria-labelledby', 'aria-describedby'];

/** @throws Error naming a page without a `<main>`. */
export function partOf({ page, html }: BuiltPage): Part {
  const { document } = parseHTML(html);
  const main = document.querySelector('main');
  if (!main)
    throw new Error(`The page /${page.slug} of dist has no <main>. Build the site again: npm run build.`);
  const sheets = [...document.querySelectorAll('link[rel=stylesheet]:not([media*=color-scheme]), style')];
  for (const element of main.querySelectorAll(`${onScreen}, style`)) element.remove();

  const article = document.createElement('article');
  article.append(...main.children);
  // On paper a figure and its prose follow each other, and fill-gaps.ts may let one pass the other.
  for (const wrapper of article.querySelectorAll('.beside, .beside-prose'))
    wrapper.replaceWith(...wrapper.childNodes);
  for (const element of article.querySelectorAll('*')) giveOwnIds(page, element);
  article.id = partId(page);
  article.className = 'book-part';
  article.setAttribute('style', `page: ${partId(page)}`);
  const address = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  return { page, article, styles: sheets.map(({ outerHTML }) => outerHTML), ...(address && { address }) };
}

function giveOwnIds(page: Chapter, element: Element): void {
  // Paper shows what a screen would load when it is seen.
  element.removeAttribute('loading');
  for (const { name, value } of [...element.attributes]) {
    if (naming.includes(name)) {
      const ids = value.split(/\s+/).map((id) => bookId(page, id));
      element.setAttribute(name, ids.join(' '));
    } else if (value.includes('url(#')) {
      element.setAttribute(name, value.replaceAll('url(#', `url(#${bookId(page, '')}`));
    }
  }
}
