/** What every figure has: its state in the page's hash, whether its controls work, whether it is on screen, and a link to it. */
import { useState } from 'react';
import { formatState, type Fields } from '../state/fields.ts';
import { formatPageHash } from '../state/page-hash.ts';
import { useFigureState, type ChangeState } from './use-figure-state.ts';
import { useHydrated } from './use-hydrated.ts';
import { useInView } from './use-in-view.ts';

export interface IslandOf<State> {
  readonly name: string;
  /** For the `ref` of the figure's element. */
  readonly attach: (root: Element | null) => void;
  readonly state: State;
  readonly change: ChangeState<State>;
  /** Controls work: the script is running. */
  readonly enabled: boolean;
  readonly inView: boolean;
  /** Address of this page with the figure's whole state, or with a part of it changed. */
  readonly link: (changed?: Partial<State>) => string;
}

/** @param fields must be the same object in every render. */
export function useIsland<State extends object>(name: string, fields: Fields<State>): IslandOf<State> {
  const [root, attach] = useState<Element | null>(null);
  const [state, change] = useFigureState(name, fields);
  const enabled = useHydrated();
  const inView = useInView(root);
  return {
    name,
    attach,
    state,
    change,
    enabled,
    inView,
    link: (changed) => {
      const entries = new Map([[name, formatState(fields, { ...state, ...changed })]]);
      return new URL(formatPageHash(entries), window.location.href).href;
    },
  };
}
