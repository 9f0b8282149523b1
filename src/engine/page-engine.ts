/**
 * The one engine that all figures of a page share, of the kind that the reader chose. Where that cannot draw what a figure shows,
 * there is a second one beside it.
 */
import type { Engine, EngineKind } from './api.ts';
import { createClient } from './client.ts';
import { modelsUrl } from './models-url.ts';
import { engineKindFor, subscribeToEngineKind } from './setting.ts';
import { startWorker } from './workers.ts';

const shared = new Map<EngineKind, Engine>();

// Subscribed before any figure can be: they find the old engine gone, and what they had asked of it aborted.
subscribeToEngineKind(() => {
  for (const engine of shared.values()) engine.dispose();
  shared.clear();
});

/** For a checkpoint or snapshot (checkpoint-key.ts). Ask again after `subscribeToEngineKind` reports a change. */
export function getEngine(key: string): Engine {
  const kind = engineKindFor(key);
  const engine =
    shared.get(kind) ?? createClient({ kind, modelsUrl: modelsUrl(), startWorker: startWorker[kind] });
  shared.set(kind, engine);
  return engine;
}
