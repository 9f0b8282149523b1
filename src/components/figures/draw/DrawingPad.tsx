/** A square to draw on by mouse, pen or finger. What was there before lies below; whoever draws gets the whole as a picture. */
import { useLayoutEffect, useRef, type PointerEvent } from 'react';
import type { Plane } from '../../../numerics/pictures/plane.ts';
import { paint, padSide, planeOf, type Stroke } from './strokes.ts';

interface DrawingPadProps {
  readonly label: string;
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

export function DrawingPad({
  label,
  under,
  keepsUnder,
  strokes,
  onDrawn,
  onBegin,
  disabled,
}: DrawingPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Stroke>(undefined);
  useLayoutEffect(() => {
    if (canvas.current) paint(canvas.current, { under, strokes });
  }, [under, strokes]);

  const extend = (event: PointerEvent<HTMLCanvasElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const coalesced = event.nativeEvent.getCoalescedEvents();
    const events = coalesced.length > 0 ? coalesced : [event.nativeEvent];
    const points = events.map(({ clientX, clientY, pressure, pointerType }) => ({
      x: (clientX - box.left) / box.width,
      y: (clientY - box.top) / box.height,
      pressure: pointerType === 'pen' ? pressure : 0.5,
    }));
    drawing.current = [...(drawing.current ?? []), ...points];
    paint(event.currentTarget, {
      under: keepsUnder ? under : undefined,
      strokes: [...strokes, drawing.current],
    });
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    const stroke = drawing.current;
    if (!stroke) return;
    drawing.current = undefined;
    onDrawn([...strokes, stroke], planeOf(event.currentTarget));
  };

  return (
    <canvas
      ref={canvas}
      className="draw-pad ink"
      width={padSide}
      height={padSide}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0 || drawing.current) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        onBegin();
        extend(event);
      }}
      onPointerMove={(event) => {
        if (drawing.current && event.buttons !== 0) extend(event);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
