/** The .mdx pages as text, and the parts of them that tests look at: prose, tags, links, headings. Not a Markdown parser. */
import { bookPages } from '../../../src/components/layout/contents.ts';
import { pagePath, pageSource } from '../../../src/components/layout/page-source.ts';
import { textOf } from '../../../src/components/layout/reading-time.ts';

export interface Page {
  /** As in contents.ts; the cover's is ''. */
  readonly slug: string;
  readonly path: string;
  readonly source: string;
}

export const pages: readonly Page[] = bookPages.map((page) => ({
  slug: page.slug,
  path: pagePath(page),
  source: pageSource(page),
}));

export function pageOf(slug: string): Page {
  const page = pages.find((each) => each.slug === slug);
  if (page) return page;
  throw new Error(`No page has the slug "${slug}"; there are ${pages.map((p) => p.slug).join(', ')}.`);
}

/** What a reader reads as words: the text, without code inside of it either. */
export const proseOf = (source: string): string => textOf(source).replace(/`[^`]*`/g, ' ');

/** Values of one attribute of one kind of tag, in order: `attributes(page, 'Cite', 'id')`. */
export const attributes = ({ source }: Page, tag: string, name: string): string[] =>
  Array.from(
    source.matchAll(new RegExp(`<${tag}\\b[^>]*?\\b${name}=(?:"([^"]*)"|\\{([^}]*)\\})`, 'gs')),
    ([, text, expression]) => text || expression,
  );

/** Addresses of the Markdown links of a page, formulas and code apart. */
export const linksOf = ({ source }: Page): string[] =>
  Array.from(source.matchAll(/\]\(([^)\s]+)\)|\bhref="([^"]*)"/g), ([, markdown, html]) => markdown || html);

/** Anchors that a link to this page may name: headings, asides, figures, claims. */
export const anchorsOf = (page: Page): string[] => [
  ...Array.from(page.source.matchAll(/^#{2,3} (.+)$/gm), ([, heading]) => slugOf(heading)),
  ...attributes(page, 'Figure', 'id'),
  ...attributes(page, 'Curious', 'id'),
  ...attributes(page, 'Claim', 'id').map((id) => `claim-${id}`),
];

/** As the site names a heading's anchor. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-');
