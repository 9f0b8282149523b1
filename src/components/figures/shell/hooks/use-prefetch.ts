/** Loads checkpoints that the reader is likely to ask for next, once there is a reader and the browser has nothing else to do. */
import { useEffect } from 'react';
import { getEngine } from '../../../../engine/page-engine.ts';
import { savesData, whenReaderActs } from '../page-moments.ts';

export function usePrefetch(ids: readonly string[], active: boolean): void {
  const wanted = ids.join(' ');
  useEffect(() => {
    if (!active || savesData()) return;
    const abort = new AbortController();
    void whenReaderActs().then(() => {
      if (abort.signal.aborted) return;
      for (const id of wanted.split(' ')) {
        // A failure is told when the reader asks for this checkpoint.
        getEngine(id)
          .load('glo', id, { signal: abort.signal })
          .catch(() => undefined);
      }
    });
    return () => abort.abort();
  }, [active, wanted]);
}
