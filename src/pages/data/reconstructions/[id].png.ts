/** Eight images of every class: `originals`, where the build found MNIST, and their reconstructions by each checkpoint of the noise sweep. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readManifests } from '../../../components/build/manifests.ts';
import { loadOriginals } from '../../../components/figures/originals/originals.ts';
import {
  drawOriginalsSheet,
  drawReconstructionSheet,
} from '../../../components/figures/lab/reconstruction-sheet.ts';

const manifests = readManifests();

export const getStaticPaths = (async () => {
  const ids = [...manifests.map(({ id }) => id), ...((await loadOriginals()) ? ['originals'] : [])];
  return ids.map((id) => ({ params: { id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const id = String(params['id']);
  const originals = id === 'originals' ? await loadOriginals() : undefined;
  const picture = originals
    ? drawOriginalsSheet(originals, manifests[0].dataset.labels, manifests[0].model)
    : await drawReconstructionSheet(id);
  return new Response(picture);
};
