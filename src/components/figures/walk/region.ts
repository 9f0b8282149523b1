/** A part of the map: a loop that was drawn about codes, or a circle about the mark; and the images whose codes lie in it. Pure. */
import type { Place } from './layout.ts';

/** A closed line, corner by corner; none has fewer than three. */
export type Loop = readonly Place[];

export type Region =
  | { readonly kind: 'loop'; readonly loop: Loop }
  | { readonly kind: 'circle'; readonly place: Place; readonly radius: number };

/** A loop goes before a circle; undefined where there is neither. */
export function regionOf({
  loop,
  radius,
  x,
  y,
}: Place & { readonly loop: Loop; readonly radius: number }): Region | undefined {
  if (loop.length > 0) return { kind: 'loop', loop };
  return radius > 0 ? { kind: 'circle', place: { x, y }, radius } : undefined;
}

/** @param places [n × 2]. */
export function imagesIn(places: Float32Array, region: Region): number[] {
  const isInside = region.kind === 'loop' ? insideLoop(region.loop) : insideCircle(region);
  const images: number[] = [];
  for (let image = 0; 2 * image < places.length; image++)
    if (isInside(places[2 * image], places[2 * image + 1])) images.push(image);
  return images;
}

const insideCircle =
  ({ place, radius }: { readonly place: Place; readonly radius: number }) =>
  (x: number, y: number): boolean =>
    Math.hypot(x - place.x, y - place.y) <= radius;

/** A ray to the right crosses the line an odd number of times. */
const insideLoop =
  (loop: Loop) =>
  (x: number, y: number): boolean =>
    loop.reduce((inside, to, i) => {
      const from = loop[(i + loop.length - 1) % loop.length];
      const crosses =
        from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
      return crosses ? !inside : inside;
    }, false);

/** An address stays short, and the line is as it was drawn to the eye. */
const mostCorners = 32;

/** Of a drawn line, corners in hundredths of the plane; no loop where it encloses nothing. */
export function loopOf(trace: readonly Place[]): Loop {
  const step = Math.max(1, trace.length / mostCorners);
  const corners = Array.from(
    { length: Math.min(trace.length, mostCorners) },
    (_, i) => trace[Math.floor(i * step)],
  ).map(({ x, y }) => ({ x: hundredths(x), y: hundredths(y) }));
  return corners.length < 3 ? [] : corners;
}

const hundredths = (share: number): number => Math.round(100 * Math.min(Math.max(share, 0), 1)) / 100;

/** `20~35_40~60_45~30`: corners in hundredths from the left and from the bottom; `none` without a loop. */
export const loopField = {
  initial: [] as Loop,
  parse(text: string): Loop | undefined {
    if (text === 'none') return [];
    const corners = text.split('_').map((corner) => /^(\d{1,3})~(\d{1,3})$/.exec(corner));
    const loop = corners.flatMap((match) =>
      match ? [{ x: Number(match[1]) / 100, y: Number(match[2]) / 100 }] : [],
    );
    const isWhole = loop.length === corners.length && loop.every(({ x, y }) => x <= 1 && y <= 1);
    return isWhole && loop.length >= 3 && loop.length <= mostCorners ? loop : undefined;
  },
  format: (loop: Loop): string =>
    loop.map(({ x, y }) => `${Math.round(100 * x)}~${Math.round(100 * y)}`).join('_') || 'none',
};

/** In a box of 100 × 100 whose y runs down. */
export const pointsOf = (line: readonly Place[]): string =>
  line.map(({ x, y }) => `${(100 * x).toFixed(1)},${(100 - 100 * y).toFixed(1)}`).join(' ');
