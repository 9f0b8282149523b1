/**
 * A square to draw on by mouse, pen, finger or keys: arrows move the pen, Space puts it down and lifts it. What was there before lies below;
 * whoever draws gets the whole as a picture.
 */
import {
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import type { Plane } from '../../../numerics/pictures/plane.ts';
import { afterKey, penStart, penText } from './pen-keys.ts';
import { paint, padSide, planeOf, type Stroke } from './strokes.ts';

interface DrawingPadProps {
  /** A picture of 28 × 28 that is there. */
  readonly under: Float32Array | undefined;
  /** It stays when a stroke begins. */
  readonly keepsUnder: boolean;
  readonly strokes: readonly Stroke[];
  /** A stroke has ended. */
  readonly onDrawn: (strokes: readonly Stroke[], picture: Plane) => void;
  readonly onBegin: () => void;
  readonly disabled: boolean;
}

export function DrawingPad({ under, keepsUnder, strokes, onDrawn, onBegin, disabled }: DrawingPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Stroke>(undefined);
  const [pen, setPen] = useState(penStart);
  useLayoutEffect(() => {
    if (canvas.current) paint(canvas.current, { under, strokes });
  }, [under, strokes]);

  const extend = (points: Stroke): void => {
    if (!drawing.current) onBegin();
    drawing.current = [...(drawing.current ?? []), ...points];
    const now = { under: keepsUnder ? under : undefined, strokes: [...strokes, drawing.current] };
    if (canvas.current) paint(canvas.current, now);
  };
  const end = (): void => {
    const stroke = drawing.current;
    drawing.current = undefined;
    setPen((at) => ({ ...at, isDown: false }));
    if (stroke && canvas.current) onDrawn([...strokes, stroke], planeOf(canvas.current));
  };

  const onPointer = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const coalesced = event.nativeEvent.getCoalescedEvents();
    const events = coalesced.length > 0 ? coalesced : [event.nativeEvent];
    extend(
      events.map(({ clientX, clientY, pressure, pointerType }) => ({
        x: (clientX - box.left) / box.width,
        y: (clientY - box.top) / box.height,
        pressure: pointerType === 'pen' ? pressure : 0.5,
      })),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = disabled ? undefined : afterKey(pen, event.key);
    if (!next) return;
    event.preventDefault();
    setPen(next);
    if (next.isDown) extend([{ x: next.x, y: next.y, pressure: 0.5 }]);
    else if (pen.isDown) end();
  };

  return (
    <div
      className="draw-pad"
      role="application"
      aria-label="A square to draw a digit on: arrow keys move the pen, Space puts it down and lifts it"
      tabIndex={disabled ? -1 : 0}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (pen.isDown) end();
      }}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0 || drawing.current) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        onPointer(event);
      }}
      onPointerMove={(event) => {
        if (drawing.current && event.buttons !== 0) onPointer(event);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <canvas ref={canvas} className="ink" width={padSide} height={padSide} aria-hidden="true" />
      <span
        className="draw-pen"
        data-down={pen.isDown}
        style={{ '--left': pen.x, '--top': pen.y } as CSSProperties}
        aria-hidden="true"
      />
      <span className="unseen" role="status">
        {penText(pen)}
      </span>
    </div>
  );
}
