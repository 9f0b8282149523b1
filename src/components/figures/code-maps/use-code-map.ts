/** The map of a checkpoint's codes, loaded once the figure is seen, or made where the checkpoint is the reader's own; and what goes wrong. */
import { useEffect, useState } from 'react';
import { ownNameOf } from '../../../engine/checkpoint-key.ts';
import { EngineError } from '../../../engine/engine-error.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import { loadPageMap, type CodeMapsFacts } from './page-map.ts';

interface LiveCodeMap {
  readonly map: CodeMap | undefined;
  readonly error: EngineError | undefined;
  readonly retry: () => void;
}

type Outcome = { readonly id: string } & (
  { readonly map: CodeMap; readonly error?: never } | { readonly error: EngineError; readonly map?: never }
);

export function useCodeMap(
  { mapsUrl, contentDims, numImages }: CodeMapsFacts & { readonly numImages: number },
  id: string,
  active: boolean,
): LiveCodeMap {
  const contentDim = contentDims[id];
  const [outcome, setOutcome] = useState<Outcome>();
  const [attempt, setAttempt] = useState(0);
  const wanted = active && outcome?.id !== id;
  useEffect(() => {
    if (!wanted) return;
    const leave = new AbortController();
    const { signal } = leave;
    const coming =
      ownNameOf(id) === undefined
        ? loadPageMap(`${mapsUrl}${id}.bin`, { numImages, contentDim }, signal)
        : import('./own-map.ts').then(({ makeOwnMap }) => makeOwnMap(id, signal));
    coming.then(
      (map) => setOutcome({ id, map }),
      (failure: unknown) => {
        if (!signal.aborted && failure instanceof EngineError) setOutcome({ id, error: failure });
      },
    );
    return () => leave.abort();
  }, [attempt, contentDim, id, mapsUrl, numImages, wanted]);
  const current = outcome?.id === id ? outcome : undefined;
  return {
    map: current?.map,
    error: current?.error,
    retry: () => {
      setOutcome(undefined);
      setAttempt(attempt + 1);
    },
  };
}
