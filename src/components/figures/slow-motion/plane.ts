/** Where codes of two numbers lie in a drawing of 100 × 100 whose y runs down. Pure. */
import type { Point } from './recording.ts';

export const placeOf = ([a, b]: Point, extent: number): Point => [
  50 + (50 * a) / extent,
  50 - (50 * b) / extent,
];

export const lineBetween = (from: Point, to: Point): string =>
  `M${from.map(short).join(',')}L${to.map(short).join(',')}`;

/** From a place along a pull, whose longest is 1; undefined where it is too short to be seen. */
export function arrowFrom(place: Point, [a, b]: Point, length: number): string | undefined {
  if (Math.hypot(a, b) * length < 1) return undefined;
  return lineBetween(place, [place[0] + a * length, place[1] - b * length]);
}

/** How many steps a trail goes back. */
const trailLength = 16;

/** The way of one row through the tables, up to table `last`. */
export function trailOf(
  tables: readonly (readonly Point[])[],
  row: number,
  last: number,
  extent: number,
): string {
  return tables
    .slice(Math.max(0, last - trailLength), last + 1)
    .map((table, i) => `${i === 0 ? 'M' : 'L'}${placeOf(table[row], extent).map(short).join(',')}`)
    .join('');
}

const short = (value: number): string => value.toFixed(1);
