/** The cards of the pages, where the build is told the site's address: elsewhere nobody could name them. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawCard } from '../../components/build/draw-card.ts';
import { cardName } from '../../components/layout/cards.ts';
import { bookPages, type Chapter } from '../../components/layout/contents.ts';

export const getStaticPaths = (() =>
  import.meta.env.SITE
    ? bookPages.map((page) => ({ params: { name: cardName(page) }, props: { page } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: Chapter }> = async ({ props: { page } }) =>
  new Response(Uint8Array.from(await drawCard(page)));
