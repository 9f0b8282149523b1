/**
 * A large picture that is loaded when its figure is seen, with its bytes counted. The last one stays until the next is there; those
 * that were there come back at once.
 */
import { useEffect, useState } from 'react';
import { savesData, whenReaderActs } from '../shell/page-moments.ts';
import { SheetError, loadSheet, type SheetProgress } from './sheets.ts';

export interface Sheet {
  /** The last one that arrived: what it was asked for as, and where it is now. */
  readonly shown: { readonly source: string; readonly url: string } | undefined;
  readonly state: 'loading' | 'ready' | 'error';
  readonly progress: SheetProgress | undefined;
  readonly error: SheetError | undefined;
  readonly retry: () => void;
}

type News = { readonly source: string } & (
  | { readonly progress: SheetProgress; readonly error?: never }
  | { readonly error: SheetError; readonly progress?: never }
);

export function useSheet(source: string, totalBytes: number, active: boolean): Sheet {
  const [shown, setShown] = useState<Sheet['shown']>();
  const [news, setNews] = useState<News>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!active) return;
    const leave = new AbortController();
    const options = {
      signal: leave.signal,
      onProgress: (progress: SheetProgress) => setNews({ source, progress }),
    };
    loadSheet(source, totalBytes, options).then(
      (url) => {
        if (leave.signal.aborted) return;
        setShown({ source, url });
        setNews(undefined);
      },
      (error: unknown) => {
        if (!leave.signal.aborted && error instanceof SheetError) setNews({ source, error });
      },
    );
    return () => leave.abort();
  }, [active, attempt, source, totalBytes]);
  const current = news?.source === source ? news : undefined;
  return {
    shown,
    state: current?.error ? 'error' : shown?.source === source ? 'ready' : 'loading',
    progress: current?.progress,
    error: current?.error,
    retry: () => {
      setNews(undefined);
      setAttempt(attempt + 1);
    },
  };
}

/** Loads sheets that the reader is likely to ask for next, one after the other, once there is a reader with bytes to spare. */
export function useSheetPrefetch(
  sheets: readonly { readonly source: string; readonly bytes: number }[],
  active: boolean,
): void {
  const wanted = JSON.stringify(sheets);
  useEffect(() => {
    if (!active || savesData()) return;
    const leave = new AbortController();
    void (async () => {
      await whenReaderActs();
      for (const { source, bytes } of JSON.parse(wanted) as typeof sheets) {
        if (leave.signal.aborted) return;
        // A failure is told when the reader asks for this sheet.
        await loadSheet(source, bytes, { signal: leave.signal }).catch(() => undefined);
      }
    })();
    return () => leave.abort();
  }, [active, wanted]);
}
