/** A run store in React: off screen nothing is drawn, in a hidden tab nothing is trained, and the worker ends with the figure. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RunStore } from './run-store.ts';

const never = () => () => undefined;

type AnyStore<View> = Pick<RunStore<View, never, never>, 'get' | 'subscribe' | 'setHidden' | 'dispose'>;

/** `makeStore` is called once. */
export function useRun<View, Store extends AnyStore<View>>(
  inView: boolean,
  makeStore: () => Store & AnyStore<View>,
): readonly [View, Store] {
  const [store] = useState(makeStore);
  const view = useSyncExternalStore(inView ? store.subscribe : never, store.get, store.get);
  useEffect(() => {
    const onVisibility = (): void => store.setHidden(document.hidden);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      store.dispose();
    };
  }, [store]);
  return [view, store];
}
