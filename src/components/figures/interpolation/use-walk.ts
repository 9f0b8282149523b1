/** Walks a position to and fro while it is on; stops with the page's own animation frames, and where told to. */
import { useEffect, useRef } from 'react';
import { walkOn, type Walk } from './state.ts';

/** One way. */
const wayMs = 4000;

/** @param onStep gets the position of each frame. */
export function useWalk(on: boolean, start: number, onStep: (position: number) => void): void {
  const step = useRef(onStep);
  const from = useRef(start);
  useEffect(() => {
    step.current = onStep;
    from.current = start;
  });
  useEffect(() => {
    if (!on) return;
    let walk: Walk = { position: from.current, direction: from.current < 1 ? 1 : -1 };
    let last: number | undefined;
    let frame = requestAnimationFrame(function next(now) {
      walk = walkOn(walk, (now - (last ?? now)) / wayMs);
      last = now;
      step.current(walk.position);
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [on]);
}
