/** The originals of the images that models with an encoder show, as one sheet, from the MNIST that the build found; none without it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { encoderSplit } from '../../../components/figures/encoders/facts.ts';
import { encodeOriginalSheet } from '../../../components/figures/originals/encode-sheet.ts';
import { loadShownImages } from '../../../components/figures/originals/shown-images.ts';

export const getStaticPaths = (async () =>
  (await loadShownImages(encoderSplit()))
    ? [{ params: { sheet: 'originals' } }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () => {
  const images = await loadShownImages(encoderSplit());
  return images ? new Response(encodeOriginalSheet(images, 0)) : new Response(null, { status: 404 });
};
