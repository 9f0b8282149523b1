/** Sheets of the original training images for the figures, from the MNIST that the build found; none without it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readManifests } from '../../../components/build/manifests.ts';
import { encodeOriginalSheet } from '../../../components/figures/originals/encode-sheet.ts';
import { loadOriginals } from '../../../components/figures/originals/originals.ts';
import { imagesPerSheet } from '../../../components/figures/originals/original-sheets.ts';

/** The checkpoints are trained on the first images. */
const numImages = Math.max(...readManifests().map(({ dataset }) => dataset.numImages));

export const getStaticPaths = (async () => {
  const numSheets = (await loadOriginals()) ? Math.ceil(numImages / imagesPerSheet) : 0;
  return Array.from({ length: numSheets }, (_, sheet) => ({ params: { sheet: String(sheet) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const images = await loadOriginals();
  return images
    ? new Response(encodeOriginalSheet(images.subarray(0, numImages * 28 * 28), Number(params['sheet'])))
    : new Response(null, { status: 404 });
};
