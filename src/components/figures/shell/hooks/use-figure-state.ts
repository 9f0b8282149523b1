/** A figure's state in React: the text in its store, parsed. Changing it changes the text, and on the site so the URL. */
import { useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { formatState, parseState, type Fields } from '../state/fields.ts';
import { FigureStoreContext } from './figure-store.ts';

export type ChangeState<State> = (change: Partial<State>) => void;

/** @param fields must be the same object in every render. */
export function useFigureState<State extends object>(
  figure: string,
  fields: Fields<State>,
): readonly [State, ChangeState<State>] {
  const store = useContext(FigureStoreContext);
  const subscribe = useCallback((listener: () => void) => store().subscribe(listener), [store]);
  const text = useSyncExternalStore(
    subscribe,
    () => store().get(figure) ?? '',
    () => '',
  );
  const state = useMemo(() => parseState(fields, text), [fields, text]);
  const change = useCallback<ChangeState<State>>(
    (partial) => {
      const now = parseState(fields, store().get(figure) ?? '');
      const next = formatState(fields, { ...now, ...partial });
      const isDefault = next === formatState(fields, parseState(fields, ''));
      store().set(figure, isDefault ? undefined : next);
    },
    [store, figure, fields],
  );
  return [state, change];
}
