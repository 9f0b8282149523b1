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

/** A finger that moves less than this, in pixels, taps. */
const tapSize = 8;

export function ScrubPad({ left, top, onChange }: ScrubPadProps) {
  /** Where a finger went down, until it is known what it does. */
  const touched = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const move = (event: PointerEvent<HTMLElement>): void => {
    touched.current = undefined;
    const box = event.currentTarget.getBoundingClientRect();
    onChange((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  const isUndecided = ({ clientX, clientY }: PointerEvent): boolean => {
    if (!touched.current) return false;
    const aside = Math.abs(clientX - touched.current.x);
    return aside < tapSize || aside < Math.abs(clientY - touched.current.y);
  };
  return (
    <div
      className="scrub-pad"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        if (event.pointerType === 'mouse') move(event);
        else touched.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0 && !isUndecided(event)) move(event);
      }}
      onPointerUp={(event) => {
        if (touched.current) move(event);
      }}
      // The browser scrolls.
      onPointerCancel={() => (touched.current = undefined)}
    >
      <span className="scrub-point" style={{ left: `${left * 100}%`, top: `${top * 100}%` }} />
    </div>
  );
}
