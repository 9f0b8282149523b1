/** The one engine that all figures of a page share, of the kind that the reader chose. */
import type { Engine, EngineKind } from './api.ts';
import { createClient } from './client.ts';
import { getEngineKind } from './setting.ts';

/** One worker program a runtime, so that no byte of the other loads. */
const startWorker = {
  tfjs: () => new Worker(new URL('./tfjs.worker.ts', import.meta.url), { type: 'module' }),
  onnx: () => new Worker(new URL('./onnx.worker.ts', import.meta.url), { type: 'module' }),
} satisfies Record<EngineKind, () => Worker>;

let shared: Engine | undefined;

/** Ask again after `subscribeToEngineKind` reports a change: the engine of the other kind has been disposed of then. */
export function getEngine(): Engine {
  const kind = getEngineKind();
  if (shared?.kind !== kind) {
    shared?.dispose();
    shared = createClient(kind, startWorker[kind]);
  }
  return shared;
}
