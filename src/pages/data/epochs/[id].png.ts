/** The first frames of the epoch scrubber: the last epoch of each run, by itself. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { encodeLastEpoch, readEpochRuns } from '../../../components/figures/epochs/facts.ts';

export const getStaticPaths = (() =>
  readEpochRuns().map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => new Response(encodeLastEpoch(params['id'] ?? ''));
