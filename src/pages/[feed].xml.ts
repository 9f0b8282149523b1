/** The feed of changes, where the build is told the site's address, which a feed has to name. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { changesOf } from '../components/build/changes.ts';
import { siteTitle } from '../components/layout/contents.ts';
import { withBase } from '../components/layout/links.ts';

export const getStaticPaths = (() =>
  import.meta.env.SITE ? [{ params: { feed: 'feed' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site }) => {
  const changes = changesOf(await readFile('CHANGELOG.md', 'utf8'));
  return rss({
    title: `${siteTitle}: changes`,
    description: 'What is new on these pages, in their models and in the trainer.',
    site: new URL(withBase(''), site),
    items: changes.map(({ release, about, text }) => ({
      title: `${about}: ${/^.*?[.:;](?=\s|$)/.exec(text)?.[0] ?? text}`,
      description: text,
      // A change keeps its name until its words change.
      customData: `<guid isPermaLink="false">${createHash('sha256').update(text).digest('hex')}</guid>`,
      categories: [release],
    })),
  });
};
