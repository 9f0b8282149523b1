/**
 * A point on a picture, moved by mouse or finger. A finger moves it by a tap or a drag to the side: a vertical swipe scrolls
 * the page and leaves the point alone. For the pointer only: whoever shows it also shows two sliders, which do the same by keyboard.
 */
import { useRef, type PointerEvent } from 'react';

interface ScrubPadProps {
  /** From the left and top edge, 0 to 1. */
  readonly left: number;
  readonly top: number;
  readonly onChange: (left: number, top: number) => void;
}

/** A finger that moves no more than this, in pixels, taps. */
const tapSize = 8;

export function ScrubPad({ left, top, onChange }: ScrubPadProps) {
  const start = useRef({ x: 0, y: 0 });
  const dragging = useRef(false);
  const move = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onChange((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  const fromStart = ({ clientX, clientY }: PointerEvent) => ({
    aside: Math.abs(clientX - start.current.x),
    along: Math.abs(clientY - start.current.y),
  });
  return (
    <div
      className="scrub-pad"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY };
        dragging.current = event.pointerType === 'mouse';
        if (dragging.current) move(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 0) return;
        const { aside, along } = fromStart(event);
        if (aside > Math.max(tapSize, along)) dragging.current = true;
        if (dragging.current) move(event);
      }}
      onPointerUp={(event) => {
        const { aside, along } = fromStart(event);
        if (Math.max(aside, along) <= tapSize) move(event);
      }}
    >
      <span className="scrub-point" style={{ left: `${left * 100}%`, top: `${top * 100}%` }} />
    </div>
  );
}
