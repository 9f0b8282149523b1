/** A run store in React: off screen nothing is drawn, in a hidden tab nothing is trained, and the worker ends with the figure. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createRunStore, type RunStore } from './run-store.ts';
import { noRun, type RunView } from './run-view.ts';

const never = () => () => undefined;

export function useRun(inView: boolean): readonly [RunView, RunStore] {
  const [store] = useState(() => createRunStore());
  const view = useSyncExternalStore(inView ? store.subscribe : never, store.get, () => noRun);
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
