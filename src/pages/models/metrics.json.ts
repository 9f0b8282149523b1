/** Everything that was measured, as means and spread over seeds, for whoever wants the numbers of the pages. */
import type { APIRoute } from 'astro';
import { readAllMetrics } from '../../components/build/metrics.ts';

export const GET: APIRoute = () => Response.json(readAllMetrics());
