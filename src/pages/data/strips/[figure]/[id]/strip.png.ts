/** First frames of the figures that show rows of pictures, by each checkpoint of the noise sweep. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readManifests } from '../../../../../components/build/manifests.ts';
import { drawClassSpace } from '../../../../../components/figures/class-space/facts.ts';
import { drawDirections } from '../../../../../components/figures/directions/facts.ts';
import { drawWalk } from '../../../../../components/figures/walk/facts.ts';

const drawers = { 'class-space': drawClassSpace, directions: drawDirections, walk: drawWalk } as const;

export const getStaticPaths = (() =>
  Object.entries(drawers).flatMap(([figure, draw]) =>
    readManifests().map(({ id }) => ({ params: { figure, id }, props: { draw } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ draw: typeof drawDirections }> = async ({ params, props }) =>
  new Response(await props.draw(String(params['id'])));
