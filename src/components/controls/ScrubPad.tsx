/**
 * A point on a picture, moved by mouse or finger; vertical swipes still scroll the page. For the pointer only: whoever shows
 * it also shows two sliders, which do the same by keyboard.
 */
import type { PointerEvent } from 'react';

interface ScrubPadProps {
  /** From the left and top edge, 0 to 1. */
  readonly left: number;
  readonly top: number;
  readonly onChange: (left: number, top: number) => void;
}

export function ScrubPad({ left, top, onChange }: ScrubPadProps) {
  const move = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onChange((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  return (
    <div
      className="scrub-pad"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0) move(event);
      }}
    >
      <span className="scrub-point" style={{ left: `${left * 100}%`, top: `${top * 100}%` }} />
    </div>
  );
}
