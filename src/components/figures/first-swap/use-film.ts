/** Plays a film once for each take, in the page's own animation frames; not at all where the reader asked for less motion. */
import { useLayoutEffect, useState } from 'react';
import { useReducedMotion } from '../shell/hooks/use-reduced-motion.ts';
import { frameAt, numFrames } from './state.ts';

/**
 * @param film its pictures, once they are the ones asked for.
 * @param take 0 until the reader has asked for one; counts what was asked for.
 * @returns the frame to show: the last, while nothing plays.
 */
export function useFilm(film: Float32Array | undefined, take: number): number {
  const still = useReducedMotion();
  const [frame, setFrame] = useState(numFrames - 1);
  useLayoutEffect(() => {
    if (!film || take === 0 || still) return;
    const start = performance.now();
    let next = 0;
    const show = (now: number): void => {
      const shown = frameAt(now - start);
      setFrame(shown);
      if (shown < numFrames - 1) next = requestAnimationFrame(show);
    };
    show(start);
    return () => {
      cancelAnimationFrame(next);
      setFrame(numFrames - 1);
    };
  }, [film, take, still]);
  return frame;
}
