/** The first frame of the interpolation by each checkpoint of the noise sweep: a pair with a bridge, which no checkpoint's own preview shows. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readManifests } from '../../../../components/build/manifests.ts';
import { drawFirstFrame } from '../../../../components/figures/interpolation/bridge.ts';
import { interpolationFacts } from '../../../../components/figures/interpolation/facts.ts';

export const getStaticPaths = (() =>
  readManifests().map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { ends } = await interpolationFacts();
  return new Response(await drawFirstFrame(String(params['id']), ends));
};
