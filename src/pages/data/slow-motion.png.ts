/** The first frame of one training step in slow motion. */
import type { APIRoute } from 'astro';
import { readRecording } from '../../components/figures/slow-motion/facts.ts';
import { encodeFirstFrame } from '../../components/figures/slow-motion/first-frame.ts';

export const GET: APIRoute = () => new Response(encodeFirstFrame(readRecording()));
