/** Goes from moment to moment while it is on. A hidden tab waits, because it draws no frames. */
import { useEffect, useRef } from 'react';

interface PlayOptions {
  readonly on: boolean;
  /** Tells one moment from the next. */
  readonly moment: string;
  readonly dwellMs: number;
  readonly onNext: () => void;
}

export function usePlay({ on, moment, dwellMs, onNext }: PlayOptions): void {
  const latest = useRef(onNext);
  useEffect(() => {
    latest.current = onNext;
  });
  useEffect(() => {
    if (!on) return;
    let frame = 0;
    const timer = setTimeout(() => {
      frame = requestAnimationFrame(() => latest.current());
    }, dwellMs);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [on, moment, dwellMs]);
}
