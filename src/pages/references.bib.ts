/** The works that the pages cite, for whoever writes about them. */
import type { APIRoute } from 'astro';
import { allBibtex } from '../components/mdx/bibtex.ts';

export const GET: APIRoute = () => new Response(allBibtex());
