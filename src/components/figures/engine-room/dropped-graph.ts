/** A graph that the reader dropped, from the figure that takes it to the one that runs it. It is not kept: it is gone with the page. */
import type { BareGraph } from '../../../engine/runtimes/kinds.ts';

export interface NamedGraph extends BareGraph {
  readonly name: string;
}

const listeners = new Set<() => void>();
let graph: NamedGraph | undefined;

export const getDroppedGraph = (): NamedGraph | undefined => graph;

export function setDroppedGraph(next: NamedGraph | undefined): void {
  graph = next;
  for (const listener of listeners) listener();
}

/** Calls `listener` after every change; returns how to stop. */
export function subscribeToDroppedGraph(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
