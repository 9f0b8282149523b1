/** The recording, loaded once the figure is seen; what happens until then, and what goes wrong. */
import { useEffect, useState } from 'react';
import { EngineError } from '../../../engine/engine-error.ts';
import { loadRecording } from './load-recording.ts';
import type { Recording } from './recording.ts';

interface LiveRecording {
  readonly recording: Recording | undefined;
  readonly loadedBytes: number;
  readonly error: EngineError | undefined;
  readonly retry: () => void;
}

export function useRecording(url: string, active: boolean): LiveRecording {
  const [recording, setRecording] = useState<Recording>();
  const [loadedBytes, setLoadedBytes] = useState(0);
  const [error, setError] = useState<EngineError>();
  const [attempt, setAttempt] = useState(0);
  const wanted = active && recording === undefined;
  useEffect(() => {
    if (!wanted) return;
    const leave = new AbortController();
    let loaded = 0;
    const onBytes = (bytes: number): void => {
      loaded += bytes;
      setLoadedBytes(loaded);
    };
    loadRecording(url, { signal: leave.signal, onBytes }).then(setRecording, (failure: unknown) => {
      if (!leave.signal.aborted && failure instanceof EngineError) setError(failure);
    });
    return () => leave.abort();
  }, [attempt, url, wanted]);
  return {
    recording,
    loadedBytes,
    error,
    retry: () => {
      setError(undefined);
      setAttempt(attempt + 1);
    },
  };
}
