/** What the figure that trains shows until it does: images, and what a run made beforehand draws of them. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadOriginals } from '../../../components/figures/originals/originals.ts';
import { drawFirstSheet, type FirstSheet } from '../../../components/figures/train/first-run.ts';

export const getStaticPaths = (async () => {
  const sheets: FirstSheet[] = [
    'reconstructions',
    'transfers',
    ...((await loadOriginals()) ? (['originals'] as const) : []),
  ];
  return sheets.map((sheet) => ({ params: { sheet } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<never, { sheet: FirstSheet }> = async ({ params: { sheet } }) => {
  const picture = await drawFirstSheet(sheet);
  return picture ? new Response(picture) : new Response(null, { status: 404 });
};
