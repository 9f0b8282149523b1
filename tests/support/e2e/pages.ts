/** The pages of the site, relative to its base. */
import { chapters, cover } from '../../../src/components/layout/contents.ts';

export interface SitePage {
  readonly title: string;
  readonly path: string;
}

export const sitePages: readonly SitePage[] = [cover, ...chapters].map(({ slug, title }) => ({
  title: slug === '' ? 'Cover' : title,
  path: slug === '' ? '' : `${slug}/`,
}));

export const missingPage: SitePage = { title: 'A missing page', path: 'no-such-page/' };
