/** The pages of the site, relative to its base. */
import { bookPages, chapters } from '../../../src/components/layout/contents.ts';

export interface SitePage {
  readonly title: string;
  readonly path: string;
  /** Neither the cover nor what comes after the chapters. */
  readonly isChapter: boolean;
}

export const sitePages: readonly SitePage[] = bookPages.map((page) => ({
  title: page.slug === '' ? 'Cover' : page.title,
  path: page.slug === '' ? '' : `${page.slug}/`,
  isChapter: chapters.includes(page),
}));

export const missingPage: SitePage = { title: 'A missing page', path: 'no-such-page/', isChapter: false };
