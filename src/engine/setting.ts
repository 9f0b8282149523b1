/**
 * Which engine the reader chose, for all figures of a page and for the next page. Kept in localStorage where the
 * browser allows it; else for this page only. Shaped for React's useSyncExternalStore, and usable without it.
 */
import { engineKinds, type EngineKind } from './api.ts';
import { isSnapshotKey } from './checkpoint-key.ts';

/** Also what the HTML is built with. */
export const defaultEngineKind: EngineKind = 'tfjs';

const storageKey = 'glo-engine';
const listeners = new Set<() => void>();
let chosen: EngineKind | undefined;

export function getEngineKind(): EngineKind {
  chosen ??= readStored() ?? defaultEngineKind;
  return chosen;
}

/** A snapshot has weights and no ONNX file: tfjs draws it, whatever was chosen. */
export const engineKindFor = (key: string, kind = getEngineKind()): EngineKind =>
  isSnapshotKey(key) ? 'tfjs' : kind;

export function setEngineKind(kind: EngineKind): void {
  if (kind === getEngineKind()) return;
  chosen = kind;
  try {
    localStorage.setItem(storageKey, kind);
  } catch {
    // Storage is blocked or full: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

/** Calls `listener` after every change; returns how to stop. */
export function subscribeToEngineKind(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readStored(): EngineKind | undefined {
  try {
    const stored = localStorage.getItem(storageKey);
    return engineKinds.find((kind) => kind === stored);
  } catch {
    return undefined; // blocked storage throws on the mere mention of it; so does Node at build time
  }
}
