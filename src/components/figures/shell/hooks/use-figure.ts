/** What the figures of one checkpoint have in common, beside what every figure has: the checkpoint that the state names. */
import { useMemo } from 'react';
import { useOwnModel, type ModelInUse } from '../../own-model/use-own-model.ts';
import type { CheckpointState } from '../state/checkpoint-fields.ts';
import { findCheckpoint, type CheckpointChoice, type FigureFacts } from '../state/checkpoints.ts';
import type { Fields } from '../state/fields.ts';
import { useIsland, type IslandOf } from './use-island.ts';
import { usePreview, type Preview } from './use-preview.ts';

export interface Figure<State extends CheckpointState> extends IslandOf<State> {
  readonly facts: FigureFacts;
  /** The checkpoint that the reader asks for. */
  readonly choice: CheckpointChoice;
  /** What draws: that checkpoint, or the reader's own in its place. */
  readonly model: ModelInUse;
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
  const model = useOwnModel(facts, choice);
  return { ...island, facts, choice, model, preview: usePreview(facts, choice) };
}
