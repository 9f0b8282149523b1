/** Over the map while a loop is drawn: the line that mouse, finger or pen leaves, until it is let go. By keyboard, a circle about the mark does the same. */
import { useState, type PointerEvent } from 'react';
import type { Place } from './layout.ts';
import { loopOf, pointsOf, type Loop } from './region.ts';

/** @param onLoop gets an empty one where the line encloses nothing. */
export function LoopPad({ onLoop }: { readonly onLoop: (loop: Loop) => void }) {
  const [trace, setTrace] = useState<readonly Place[]>([]);
  const follow = ({ currentTarget, clientX, clientY }: PointerEvent): void => {
    const { left, bottom, width, height } = currentTarget.getBoundingClientRect();
    const place = { x: (clientX - left) / width, y: (bottom - clientY) / height };
    setTrace((before) => [...before, place]);
  };
  return (
    <svg
      className="walk-loop-pad"
      viewBox="0 0 100 100"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons !== 0 && trace.length > 0) follow(event);
      }}
      onPointerUp={() => {
        setTrace([]);
        onLoop(loopOf(trace));
      }}
      onPointerCancel={() => setTrace([])}
    >
      <polyline className="walk-region" points={pointsOf(trace)} />
    </svg>
  );
}
