/**
 * A place on an element, chosen by mouse or finger. A finger chooses by a tap or a drag to the side: a vertical swipe scrolls the page and
 * chooses nothing. The element needs `touch-action: pan-y`, and a keyboard another way to the same.
 */
import { useRef, type PointerEvent } from 'react';

/** From the element's left and top edge, 0 to 1 inside it. */
export interface Place {
  readonly left: number;
  readonly top: number;
  /** Of the element, in pixels. */
  readonly width: number;
}

interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
}

/** A finger that moves no more than this, in pixels, taps. */
const tapSize = 8;

export function useDrag(onPlace: (place: Place) => void): DragHandlers {
  const start = useRef({ x: 0, y: 0 });
  const dragging = useRef(false);
  const choose = ({ currentTarget, clientX, clientY }: PointerEvent): void => {
    const box = currentTarget.getBoundingClientRect();
    const [left, top] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
    onPlace({ left, top, width: box.width });
  };
  const fromStart = ({ clientX, clientY }: PointerEvent) => ({
    aside: Math.abs(clientX - start.current.x),
    along: Math.abs(clientY - start.current.y),
  });
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY };
      dragging.current = event.pointerType === 'mouse';
      if (dragging.current) choose(event);
    },
    onPointerMove(event) {
      if (event.buttons === 0) return;
      const { aside, along } = fromStart(event);
      if (aside > Math.max(tapSize, along)) dragging.current = true;
      if (dragging.current) choose(event);
    },
    onPointerUp(event) {
      const { aside, along } = fromStart(event);
      if (!dragging.current && Math.max(aside, along) <= tapSize) choose(event);
      dragging.current = false;
    },
  };
}
