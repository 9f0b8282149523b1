/**
 * Rows of numbers as places in the plane by which near rows stay near: UMAP (McInnes, Healy and Melville, 2018), from a seed. Distances
 * between far places mean little, and so do directions, so the plane is turned to where two given scores grow.
 */
import { UMAP } from 'umap-js';
import { fitSharedSlope } from '../../src/numerics/shared-slope.ts';
import type { Random } from '../../src/numerics/random.ts';

/** Of which a row's neighbourhood consists. */
const numNeighbours = 15;
/** Of the plane, on each side. */
const margin = 0.03;

export interface Embedding {
  /** [n × dim], n > 15. */
  readonly rows: Float32Array;
  readonly dim: number;
  /** [n] each: the first grows to the right, the second upwards as far as that leaves it free. */
  readonly scores: readonly [Float32Array, Float32Array];
  readonly random: Random;
}

/** [n × 2] in [0, 1], from the left and from the bottom. The same on every machine for one version of Node. */
export function embedNeighbours({ rows, dim, scores, random }: Embedding): Float32Array<ArrayBuffer> {
  const vectors = Array.from({ length: rows.length / dim }, (_, row) =>
    Array.from(rows.subarray(row * dim, (row + 1) * dim)),
  );
  const umap = new UMAP({ nNeighbors: numNeighbours, random: () => random.uniform() });
  const places = Float32Array.from(umap.fit(vectors).flat());
  return intoFrame(turned(places, scores));
}

/** Turns the plane until the first score grows to the right, and mirrors it where the second would grow downwards. */
export function turned(
  places: Float32Array,
  [right, up]: readonly [Float32Array, Float32Array],
): Float32Array<ArrayBuffer> {
  const [a, b] = fitSharedSlope(places, 2, [right]).direction;
  const [c, d] = fitSharedSlope(places, 2, [up]).direction;
  const mirrored = a * d - b * c < 0 ? -1 : 1;
  return Float32Array.from(places, (_, at) => {
    const [x, y] = places.subarray(at - (at % 2));
    return at % 2 === 0 ? a * x + b * y : mirrored * (a * y - b * x);
  });
}

/** Moves and scales places, alike in both directions, so that they fill the frame. */
function intoFrame(places: Float32Array): Float32Array<ArrayBuffer> {
  const [from, to] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  places.forEach((value, at) => {
    from[at % 2] = Math.min(from[at % 2], value);
    to[at % 2] = Math.max(to[at % 2], value);
  });
  const scale = (1 - 2 * margin) / Math.max(to[0] - from[0], to[1] - from[1]);
  return Float32Array.from(places, (value, at) => 0.5 + scale * (value - (from[at % 2] + to[at % 2]) / 2));
}
