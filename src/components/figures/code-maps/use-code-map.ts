/** The map of a checkpoint's codes, loaded once the figure is seen; and what goes wrong. The last one stays until the next is there. */
import { useEffect, useState } from 'react';
import { EngineError } from '../../../engine/engine-error.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';

interface LiveCodeMap {
  readonly map: CodeMap | undefined;
  readonly error: EngineError | undefined;
  readonly retry: () => void;
}

export interface CodeMapsFacts {
  /** Where the maps of the codes are, ending in a slash. */
  readonly mapsUrl: string;
  /** Of each checkpoint. */
  readonly contentDims: Readonly<Record<string, number>>;
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
    void import('./load-code-map.ts')
      .then(({ loadCodeMap }) => loadCodeMap({ mapsUrl, id, numImages, contentDim }, leave.signal))
      .then(
        (map) => !leave.signal.aborted && setOutcome({ id, map }),
        (error: unknown) => !leave.signal.aborted && setOutcome({ id, error: asEngineError(error) }),
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

/** What the page's own program breaks off with is a failed download, too. */
const asEngineError = (error: unknown): EngineError =>
  error instanceof EngineError
    ? error
    : new EngineError(
        'network',
        'The map of the codes could not be loaded. Check the connection and try again.',
      );
