/** The .mdx of a page as text, for what is counted or gathered from it when the site is built. */
import { readFileSync } from 'node:fs';
import type { Chapter } from './contents.ts';

/** From the root of the repository. */
export const pagePath = ({ slug }: Chapter): string => `src/pages/${slug || 'index'}.mdx`;

export const pageSource = (page: Chapter): string => readFileSync(pagePath(page), 'utf8');
