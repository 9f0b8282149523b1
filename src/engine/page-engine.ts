/** The one engine that all figures of a page share, of the kind that the reader chose. */
import type { Engine, EngineKind } from './api.ts';
import { createClient } from './client.ts';
import { getEngineKind, subscribeToEngineKind } from './setting.ts';

/** One worker program a runtime, so that no byte of the other loads. */
const startWorker = {
  tfjs: () => new Worker(new URL('./tfjs.worker.ts', import.meta.url), { type: 'module' }),
  onnx: () => new Worker(new URL('./onnx.worker.ts', import.meta.url), { type: 'module' }),
} satisfies Record<EngineKind, () => Worker>;

let shared: Engine | undefined;

// Subscribed before any figure can be: they find the old engine gone, and what they had asked of it aborted.
subscribeToEngineKind(() => {
  shared?.dispose();
  shared = undefined;
});

/** Ask again after `subscribeToEngineKind` reports a change. */
export function getEngine(): Engine {
  const kind = getEngineKind();
  shared ??= createClient(kind, startWorker[kind]);
  return shared;
}
