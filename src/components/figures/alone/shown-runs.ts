/** Which runs a figure shows, by what its parts say of themselves: several in `data-runs`, or the one in `data-checkpoint`. Pure. */
import { ownNameOf, parseCheckpointKey } from '../../../engine/checkpoint-key.ts';

interface Says {
  /** Ids or checkpoint keys with spaces between them. */
  readonly runs?: string | undefined;
  readonly checkpoint?: string | undefined;
}

/** Their ids, each once, in the order of the figure; an earlier epoch of a run is that run, and what the reader brought along is none. */
export const shownRuns = (parts: readonly Says[]): readonly string[] => [
  ...new Set(
    parts
      .flatMap(({ runs, checkpoint = '' }) => (runs ?? checkpoint).split(' '))
      .filter(Boolean)
      .map((key) => parseCheckpointKey(key).id)
      .filter((id) => ownNameOf(id) === undefined),
  ),
];
