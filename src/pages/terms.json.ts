/** What each term of the glossary means, by its anchor there, for the words that explain themselves where they stand. */
import type { APIRoute } from 'astro';
import { termAnchor } from '../components/mdx/definitions.ts';
import { renderDefinitions } from '../components/mdx/rendered-definitions.ts';

export const GET: APIRoute = async () => {
  const definitions = await renderDefinitions(import.meta.env.BASE_URL);
  return Response.json(Object.fromEntries(definitions.map(({ term, html }) => [termAnchor(term), html])));
};
