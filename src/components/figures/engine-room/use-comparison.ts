/** The comparison of runtimes in React. It runs when the reader asks for it, and stops when the page is left for another tab. */
import { useCallback, useEffect, useState } from 'react';
import { compareRuntimes } from '../../../engine/runtimes/comparison.ts';
import type { RuntimeKind, Subject } from '../../../engine/runtimes/kinds.ts';
import { noResults, started, stopped, withMessage } from '../../../engine/runtimes/results.ts';
import type { ComparisonState } from './state.ts';

export interface Comparison extends ComparisonState {
  readonly start: () => void;
  readonly stop: () => void;
}

const atFirst: ComparisonState = { results: noResults, running: undefined, isInterrupted: false };

/** @param subject the same object until something else is to draw: then what was measured is gone. */
export function useComparison(subject: Subject): Comparison {
  const [state, setState] = useState({ subject, ...atFirst });
  const [stopRun, setStopRun] = useState<() => void>();
  if (state.subject !== subject) setState({ subject, ...atFirst });

  useEffect(() => {
    if (!stopRun) return;
    const leave = (): void => {
      if (!document.hidden) return;
      stopRun();
      setState((now) => ({ ...now, isInterrupted: true }));
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      stopRun();
    };
  }, [stopRun, subject]);

  const start = useCallback(() => {
    setState({ subject, ...atFirst });
    const change = (part: (now: ComparisonState) => Partial<ComparisonState>): void =>
      setState((now) => (now.subject === subject ? { ...now, ...part(now) } : now));
    const stop = compareRuntimes(subject, {
      onStart: (kind: RuntimeKind) =>
        change(({ results }) => ({ running: kind, results: started(results, kind) })),
      onMessage: (kind, message) =>
        change(({ results }) => ({ results: withMessage(results, kind, message) })),
      onEnd() {
        change(({ results }) => ({ running: undefined, results: stopped(results) }));
        setStopRun(undefined);
      },
    });
    setStopRun(() => stop);
  }, [subject]);

  return { ...state, start, stop: () => stopRun?.() };
}
