/** What an encoder says of one picture, while the figure is in view. */
import { useEffect, useState } from 'react';
import { asEngineError, type EngineError } from '../../../engine/api.ts';
import { encoderKey } from '../../../engine/checkpoint-key.ts';
import { getEngine } from '../../../engine/page-engine.ts';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';

interface Encoded {
  readonly of: string;
  readonly image: Float32Array;
  readonly encoding?: Float32Array;
  readonly error?: EngineError;
}

interface LiveEncoding {
  /** Of this image by this model; undefined until it is there. */
  readonly encoding: Float32Array | undefined;
  readonly error: EngineError | undefined;
  readonly retry: () => void;
}

/** `image`: intensity in [0, 1], [784]; undefined where there is none. */
export function useEncoding(id: string, image: Float32Array | undefined, active: boolean): LiveEncoding {
  const engineKind = useEngineKind();
  const [last, setLast] = useState<Encoded>();
  const now = last?.of === id && last.image === image ? last : undefined;
  const isKnown = now !== undefined;

  useEffect(() => {
    if (!active || !image || isKnown) return;
    const leave = new AbortController();
    getEngine(id)
      .encode(encoderKey(id), image, { signal: leave.signal })
      .then(
        (encoding) => setLast({ of: id, image, encoding }),
        (error: unknown) => {
          if (leave.signal.aborted) return;
          setLast({ of: id, image, error: asEngineError(error) });
        },
      );
    return () => leave.abort();
  }, [active, engineKind, id, image, isKnown]);

  return { encoding: now?.encoding, error: now?.error, retry: () => setLast(undefined) };
}
