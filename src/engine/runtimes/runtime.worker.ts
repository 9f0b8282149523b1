/**
 * Worker program of the comparison: one runtime draws ten pictures, and is then measured at each batch size, without the way to the page and
 * back. Whoever started it ends it.
 */
import { reasonOf } from '../errors.ts';
import type { FromRuntimeWorker, ToRuntimeWorker } from './kinds.ts';
import { runOne } from './run-one.ts';

const post = (message: FromRuntimeWorker): void => self.postMessage(message);

self.onmessage = ({ data: { kind, subject } }: MessageEvent<ToRuntimeWorker>) => {
  runOne(kind, subject, post).catch((error: unknown) => post({ type: 'failed', reason: reasonOf(error) }));
};
