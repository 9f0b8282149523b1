/** A figure's state in React: the text in the page's hash, parsed. Changing it changes the text, and so the URL. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { formatState, parseState, type Fields } from '../state/fields.ts';
import { pageStore } from '../state/page-store.ts';

const subscribe = (listener: () => void): (() => void) => pageStore().subscribe(listener);

export type ChangeState<State> = (change: Partial<State>) => void;

/** @param fields must be the same object in every render. */
export function useFigureState<State extends object>(
  figure: string,
  fields: Fields<State>,
): readonly [State, ChangeState<State>] {
  const text = useSyncExternalStore(
    subscribe,
    () => pageStore().get(figure) ?? '',
    () => '',
  );
  const state = useMemo(() => parseState(fields, text), [fields, text]);
  const change = useCallback<ChangeState<State>>(
    (partial) => {
      const now = parseState(fields, pageStore().get(figure) ?? '');
      const next = formatState(fields, { ...now, ...partial });
      const isDefault = next === formatState(fields, parseState(fields, ''));
      pageStore().set(figure, isDefault ? undefined : next);
    },
    [figure, fields],
  );
  return [state, change];
}
