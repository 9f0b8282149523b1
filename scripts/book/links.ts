/**
 * Where the links of the pages lead in the book: to another place in it, with the number of its page behind the words; to the site, where
 * only a browser can follow; or nowhere, when the build was not told where the site lives.
 */
import { bookPages } from '../../src/components/layout/contents.ts';
import { bookId, partId, type Part } from './parts.ts';

/** Stands for the site's address where nobody knows it. */
const nowhere = 'https://site.invalid/';

/** The number of the page on which `id` stands; numbers.ts finds it. */
export const pageNumberOf = (id: string): string => `<span class="page-number" data-of="${id}">00</span>`;

/** Changes the links of all parts. */
export function bindLinks(parts: readonly Part[]): void {
  const known = new Set(parts.flatMap(({ article }) => [article.id, ...idsIn(article)]));
  for (const part of parts) {
    for (const link of part.article.querySelectorAll('a[href]')) {
      const url = new URL(link.getAttribute('href') ?? '', addressOf(part));
      const id = idInBook(url, part);
      if (id !== undefined && known.has(id)) {
        link.setAttribute('href', `#${id}`);
        if (id !== part.article.id && !id.startsWith(bookId(part.page, '')))
          link.insertAdjacentHTML('afterend', pageNumberOf(id));
      } else if (url.href.startsWith(nowhere)) {
        link.removeAttribute('href');
      } else if (url.href.startsWith(rootOf(part))) {
        link.setAttribute('href', url.href);
        // Its address says nothing on paper.
        link.classList.add('on-site');
      }
    }
  }
}

const idsIn = (article: Element): string[] => [...article.querySelectorAll('[id]')].map(({ id }) => id);

const addressOf = ({ page, address }: Part): string => address ?? `${nowhere}${page.slug && `${page.slug}/`}`;

/** Of the site, with a slash at its end. */
const rootOf = (part: Part): string => new URL(part.page.slug ? '../' : './', addressOf(part)).href;

/** The id that an address would have in the book. */
function idInBook(url: URL, part: Part): string | undefined {
  const [address] = url.href.split('#');
  const page = bookPages.find(({ slug }) => address === `${rootOf(part)}${slug && `${slug}/`}`);
  const id = decodeURIComponent(url.hash.slice(1));
  return page && (id === '' || id === '_top' ? partId(page) : bookId(page, id));
}
