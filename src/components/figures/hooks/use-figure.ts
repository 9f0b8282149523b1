/** What all figures have in common: their state, the checkpoint it names, and whether they are on screen. */
import { useMemo, useState } from 'react';
import type { CheckpointState } from '../state/checkpoint-fields.ts';
import { findCheckpoint, type CheckpointChoice, type FigureFacts } from '../state/checkpoints.ts';
import { formatState, type Fields } from '../state/fields.ts';
import { formatPageHash } from '../state/page-hash.ts';
import { usePreview, type Preview } from './use-preview.ts';
import { useFigureState, type ChangeState } from './use-figure-state.ts';
import { useHydrated } from './use-hydrated.ts';
import { useInView } from './use-in-view.ts';

export interface Figure<State extends CheckpointState> {
  readonly name: string;
  readonly facts: FigureFacts;
  /** For the `ref` of the figure's element. */
  readonly attach: (root: Element | null) => void;
  readonly state: State;
  readonly change: ChangeState<State>;
  /** The checkpoint that the reader asks for. */
  readonly choice: CheckpointChoice;
  /** What is on screen until the model draws. */
  readonly preview: Preview;
  /** Controls work: the script is running. */
  readonly enabled: boolean;
  readonly inView: boolean;
  /** Address of this page with the figure's whole state. */
  readonly link: () => string;
}

/** @param makeFields must be the same function in every render. */
export function useFigure<State extends CheckpointState>(
  name: string,
  facts: FigureFacts,
  makeFields: (facts: FigureFacts) => Fields<State>,
): Figure<State> {
  const [root, attach] = useState<Element | null>(null);
  const fields = useMemo(() => makeFields(facts), [makeFields, facts]);
  const [state, change] = useFigureState(name, fields);
  const enabled = useHydrated();
  const inView = useInView(root);
  const choice = findCheckpoint(facts.checkpoints, state.recipe, state.sigma);
  return {
    name,
    facts,
    attach,
    state,
    change,
    choice,
    preview: usePreview(facts, choice),
    enabled,
    inView,
    link: () =>
      new URL(formatPageHash(new Map([[name, formatState(fields, state)]])), window.location.href).href,
  };
}
