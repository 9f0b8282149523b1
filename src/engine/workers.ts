/** The worker of each runtime: one program each, so that no byte of the other loads. */
import type { EngineKind } from './api.ts';

export const startWorker = {
  tfjs: () => new Worker(new URL('./tfjs.worker.ts', import.meta.url), { type: 'module' }),
  onnx: () => new Worker(new URL('./onnx.worker.ts', import.meta.url), { type: 'module' }),
} satisfies Record<EngineKind, () => Worker>;
