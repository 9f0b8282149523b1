/** What is known of each runtime so far: messages of the comparison, put together. Pure. */
import type { LoadProgress } from '../api.ts';
import {
  runtimeKinds,
  type BatchSize,
  type Downloaded,
  type FromRuntimeWorker,
  type RuntimeKind,
} from './kinds.ts';

export interface RuntimeResult {
  readonly state: 'waiting' | 'running' | 'done' | 'unavailable' | 'failed';
  /** While it loads. */
  readonly progress?: LoadProgress | undefined;
  /** Of the pictures that all draw, [numCompared, pixels] in [0, 1]. */
  readonly ink?: Float32Array<ArrayBuffer>;
  /** Milliseconds for a batch. */
  readonly latencies: Readonly<Partial<Record<BatchSize, number>>>;
  readonly downloaded?: Downloaded | undefined;
  /** Why it is unavailable, or failed. */
  readonly reason?: string;
}
export type RuntimeResults = Readonly<Record<RuntimeKind, RuntimeResult>>;

export const noResults = Object.fromEntries(
  runtimeKinds.map((kind) => [kind, { state: 'waiting', latencies: {} }]),
) as RuntimeResults;

export const started = (results: RuntimeResults, kind: RuntimeKind): RuntimeResults => ({
  ...results,
  [kind]: { ...results[kind], state: 'running' },
});

/** What was under way stays as it is: measured in part, and not running. */
export const stopped = (results: RuntimeResults): RuntimeResults =>
  Object.fromEntries(
    Object.entries(results).map(([kind, { progress: _, ...result }]) => [
      kind,
      result.state === 'running' ? { ...result, state: 'waiting' } : result,
    ]),
  ) as unknown as RuntimeResults;

export function withMessage(
  results: RuntimeResults,
  kind: RuntimeKind,
  message: FromRuntimeWorker,
): RuntimeResults {
  const { progress: _, ...before } = results[kind];
  const set = (result: RuntimeResult): RuntimeResults => ({ ...results, [kind]: result });
  switch (message.type) {
    case 'loading':
      return set({ ...before, progress: message.progress });
    case 'pictures':
      return set({ ...before, ink: message.ink });
    case 'latency':
      return set({ ...before, latencies: { ...before.latencies, [message.batchSize]: message.ms } });
    case 'done':
      return set({ ...before, state: 'done', downloaded: message.downloaded });
    case 'unavailable':
    case 'failed':
      return set({ ...before, state: message.type, reason: message.reason });
  }
}

/** Between the pictures of two runtimes, in levels of 255: the largest of all pixels. */
export function largestDifference(a: Float32Array, b: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return 255 * largest;
}
