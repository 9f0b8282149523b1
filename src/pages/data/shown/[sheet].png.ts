/** Originals that figures show beside pictures drawn from their codes, a sheet each, from the MNIST that the build found; none without it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { encoderSplit } from '../../../components/figures/encoders/facts.ts';
import { encodeOriginalSheet } from '../../../components/figures/originals/encode-sheet.ts';
import { loadShownImages } from '../../../components/figures/originals/shown-images.ts';
import { loadUnseenImages } from '../../../components/figures/unseen/facts.ts';

const sheets: Readonly<Record<string, () => Promise<Uint8Array | undefined>>> = {
  /** Of models with an encoder. */
  originals: () => loadShownImages(encoderSplit()),
  /** Of encoders for GLO. */
  unseen: loadUnseenImages,
};

export const getStaticPaths = (async () => {
  const found = await Promise.all(
    Object.entries(sheets).map(async ([sheet, load]) => ((await load()) ? [{ params: { sheet } }] : [])),
  );
  return found.flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { sheet = '' } }) => {
  const images = await sheets[sheet]();
  return images ? new Response(encodeOriginalSheet(images, 0)) : new Response(null, { status: 404 });
};
