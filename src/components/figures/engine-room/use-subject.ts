/** What the runtimes draw with: a graph that was dropped, else the model that the figures draw with. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Subject } from '../../../engine/runtimes/kinds.ts';
import type { ModelInUse } from '../own-model/use-own-model.ts';
import type { CheckpointChoice } from '../shell/state/checkpoints.ts';
import { getDroppedGraph, subscribeToDroppedGraph } from './dropped-graph.ts';

interface NamedSubject {
  readonly subject: Subject;
  /** In words. */
  readonly what: string;
  /** The site's own checkpoint, whose pictures there are from before. */
  readonly isOfSite: boolean;
}

export function useSubject({ id, own }: ModelInUse, choice: CheckpointChoice): NamedSubject {
  const graph = useSyncExternalStore(subscribeToDroppedGraph, getDroppedGraph, () => undefined);
  const { preset, contentNoiseStd } = choice;
  const ownName = own?.name;
  return useMemo(() => {
    if (graph)
      return { subject: { kind: 'graph', graph }, what: `your graph ${graph.name}`, isOfSite: false };
    return {
      subject: { kind: 'checkpoint', key: id },
      what: ownName === undefined ? `preset ${preset}, σ ${contentNoiseStd}` : `your checkpoint ${ownName}`,
      isOfSite: ownName === undefined,
    };
  }, [graph, id, ownName, preset, contentNoiseStd]);
}
