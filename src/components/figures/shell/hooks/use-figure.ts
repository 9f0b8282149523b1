/** What the figures of one checkpoint have in common, beside what every figure has: the checkpoint that the state names. */
import { useMemo } from 'react';
import type { CheckpointState } from '../state/checkpoint-fields.ts';
import { findCheckpoint, type CheckpointChoice, type FigureFacts } from '../state/checkpoints.ts';
import type { Fields } from '../state/fields.ts';
import { useIsland, type IslandOf } from './use-island.ts';
import { usePreview, type Preview } from './use-preview.ts';

export interface Figure<State extends CheckpointState> extends IslandOf<State> {
  readonly facts: FigureFacts;
  /** The checkpoint that the reader asks for. */
  readonly choice: CheckpointChoice;
  /** What is on screen until the model draws. */
  readonly preview: Preview;
}

/** @param makeFields must be the same function in every render. */
export function useFigure<State extends CheckpointState, Facts extends FigureFacts = FigureFacts>(
  name: string,
  facts: Facts,
  makeFields: (facts: Facts) => Fields<State>,
): Figure<State> {
  const fields = useMemo(() => makeFields(facts), [makeFields, facts]);
  const island = useIsland(name, fields);
  const { state } = island;
  const choice = findCheckpoint(facts.checkpoints, state.preset, state.sigma);
  return { ...island, facts, choice, preview: usePreview(facts, choice) };
}
