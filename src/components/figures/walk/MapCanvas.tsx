/** The dots of a map on a canvas, and pictures among them, in the colours of its legend; from one layout to the next they move, unless the reader wants no motion. */
import { useEffect, useRef, type RefObject } from 'react';
import { useReducedMotion } from '../shell/hooks/use-reduced-motion.ts';
import { createDotPainter, mapSize } from './draw-dots.ts';
import { between } from './layout.ts';
import type { MakePainter } from './use-thumbnails.ts';

interface MapCanvasProps {
  readonly places: Float32Array;
  /** Of each dot, which item of the legend it belongs to. */
  readonly groups: Uint8Array;
  /** Pictures over the dots; undefined where there are none. */
  readonly pictures: MakePainter | undefined;
  /** A list whose items have the colours. */
  readonly legend: RefObject<HTMLOListElement | null>;
}

const morphMs = 700;

export function MapCanvas({ places, groups, pictures, legend }: MapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef(places);
  const reducedMotion = useReducedMotion();

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const painter = () => {
      const items = legend.current?.children ?? [];
      const colours = Array.from(items, (item) => getComputedStyle(item).color);
      const dots = createDotPainter(colours);
      const over = pictures?.((image) => colours[groups[image]]);
      return (): void => {
        dots(context, { places: shown.current, groups, faint: over !== undefined });
        over?.(context, shown.current);
      };
    };
    let paint = painter();
    const from = shown.current;
    const start = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      const t = reducedMotion || from === places ? 1 : Math.min((now - start) / morphMs, 1);
      shown.current = t === 1 ? places : between(from, places, smooth(Math.max(t, 0)));
      paint();
      if (t < 1) frame = requestAnimationFrame(next);
    });
    const theme = new MutationObserver(() => {
      paint = painter();
      paint();
    });
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      cancelAnimationFrame(frame);
      theme.disconnect();
    };
  }, [places, groups, pictures, legend, reducedMotion]);

  return <canvas ref={canvas} className="walk-canvas" width={mapSize} height={mapSize} aria-hidden="true" />;
}

/** Begins and ends slowly. */
const smooth = (t: number): number => t * t * (3 - 2 * t);
