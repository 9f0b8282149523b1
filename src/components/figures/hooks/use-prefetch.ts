/** Loads checkpoints that the reader is likely to ask for next, when the browser has nothing else to do. */
import { useEffect } from 'react';
import { getEngine } from '../../../engine/page-engine.ts';

/** Where the browser has it (not in Safari and Firefox). */
interface NetworkInformation {
  readonly saveData?: boolean;
}

export function usePrefetch(ids: readonly string[], active: boolean): void {
  const wanted = ids.join(' ');
  useEffect(() => {
    const { connection } = navigator as { connection?: NetworkInformation };
    if (!active || connection?.saveData) return;
    const abort = new AbortController();
    const load = (): void => {
      for (const id of wanted.split(' ')) {
        // A failure is told when the reader asks for this checkpoint.
        getEngine()
          .load(id, { signal: abort.signal })
          .catch(() => undefined);
      }
    };
    const cancel = whenIdle(load);
    return () => {
      cancel();
      abort.abort();
    };
  }, [active, wanted]);
}

/** Safari has no idle callback. */
function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(work);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 1000);
  return () => clearTimeout(timer);
}
