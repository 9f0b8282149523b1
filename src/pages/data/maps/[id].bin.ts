/** The maps of codes of the noise sweep's checkpoints, as pages read them. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readCodeMap } from '../../../components/build/code-maps.ts';
import { readManifests } from '../../../components/build/manifests.ts';
import { encodePageMap } from '../../../components/figures/code-maps/page-map.ts';

export const getStaticPaths = (() =>
  readManifests().map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => new Response(encodePageMap(readCodeMap(String(params['id']))));
