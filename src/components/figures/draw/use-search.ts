/** A search in React: it begins when it is asked for, goes on slice by slice while it plays, and waits off screen and in a hidden tab. */
import { useEffect, useMemo, useState } from 'react';
import { asEngineError, type EngineError, type LoadProgress } from '../../../engine/api.ts';
import { createSearcher, isDone, type Found, type SearchRequest } from './searcher.ts';
import type { Pace } from './state.ts';

/** Steps at once, and how long each of them stays. */
const slices: Readonly<Record<Pace, { readonly count: number; readonly dwellMs: number }>> = {
  slow: { count: 1, dwellMs: 250 },
  fluent: { count: 1, dwellMs: 0 },
  fast: { count: 20, dwellMs: 0 },
};

interface LiveSearch {
  /** Of the request, or of the one before until that has begun. */
  readonly found: Found | undefined;
  readonly isCurrent: boolean;
  readonly progress: LoadProgress | undefined;
  readonly error: EngineError | undefined;
  readonly retry: () => void;
  /** One step on. */
  readonly step: () => void;
  /** From the first step again. */
  readonly restart: () => void;
}

/** @param request undefined while there is nothing to look for. */
export function useSearch(
  request: SearchRequest | undefined,
  { active, playing, pace }: { readonly active: boolean; readonly playing: boolean; readonly pace: Pace },
): LiveSearch {
  const [searcher] = useState(createSearcher);
  const [found, setFound] = useState<Found>();
  const [news, setNews] = useState<{
    readonly request: SearchRequest;
    readonly progress?: LoadProgress;
    readonly error?: EngineError;
  }>();
  const [stepAsked, setStepAsked] = useState(false);
  /** What is to be looked for once more. */
  const [old, setOld] = useState<Found>();
  const current = request && news?.request === request ? news : undefined;
  const isCurrent = request !== undefined && found?.request === request && found !== old;
  const failed = current?.error !== undefined;
  const goesOn = playing || stepAsked;

  useEffect(() => {
    if (!request || !active || failed) return;
    const leave = new AbortController();
    const { signal } = leave;
    const next = async (): Promise<Found | undefined> => {
      if (!isCurrent) {
        return searcher.begin(request, { signal, onProgress: (progress) => setNews({ request, progress }) });
      }
      if (!goesOn || isDone(found)) return undefined;
      const { count, dwellMs } = playing ? slices[pace] : slices.fluent;
      await frameAfter(dwellMs);
      return signal.aborted ? undefined : searcher.advance(found, count, { signal });
    };
    next().then(
      (now) => {
        if (!now || signal.aborted) return;
        setFound(now);
        setNews(undefined);
        setStepAsked(false);
      },
      (error: unknown) => {
        const known = asEngineError(error);
        if (known.code !== 'aborted' && !signal.aborted) setNews({ request, error: known });
      },
    );
    return () => leave.abort();
  }, [active, failed, found, goesOn, isCurrent, pace, playing, request, searcher]);

  return useMemo(
    () => ({
      found,
      isCurrent,
      progress: current?.progress,
      error: current?.error,
      retry: () => setNews(undefined),
      step: () => setStepAsked(true),
      restart: () => setOld(found),
    }),
    [current, found, isCurrent],
  );
}

/** A hidden tab draws no frames, so it waits. */
const frameAfter = (dwellMs: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), dwellMs));
