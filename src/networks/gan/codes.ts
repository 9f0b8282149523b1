/**
 * Codes of the pictures that a checkpoint shows, and of those that figures draw anew: seed 0 is that of the checkpoint's, so that the live
 * picture takes the place of its preview without a change.
 */
import { concatenate, rowsBetween } from '../../numerics/arrays.ts';
import { createRandom, normalArray } from '../../numerics/random.ts';

/** Grids of the previews. */
export const sampleGrid = { rows: 5, columns: 10 } as const;
export const walkGrid = { rows: 5, columns: 10 } as const;

const drawn = (name: string, seed: number, count: number, codeDim: number): Float32Array<ArrayBuffer> =>
  normalArray(createRandom(seed === 0 ? name : `${name}/${seed}`), count * codeDim, 1);

/** From N(0, I), [count × codeDim]: the first of a longer draw. */
export const sampleCodes = (
  codeDim: number,
  { seed = 0, count = sampleGrid.rows * sampleGrid.columns } = {},
): Float32Array<ArrayBuffer> => drawn('preview samples', seed, count, codeDim);

/** The two ends of each walk, [walks × 2] codes. */
export function walkEnds(codeDim: number, seed = 0): readonly (readonly [Float32Array, Float32Array])[] {
  const ends = drawn('preview interpolation', seed, 2 * walkGrid.rows, codeDim);
  const end = (i: number): Float32Array => ends.subarray(i * codeDim, (i + 1) * codeDim);
  return Array.from({ length: walkGrid.rows }, (_, i) => [end(2 * i), end(2 * i + 1)]);
}

/** Walks in equal steps from end to end, one after another. */
export const walkCodes = (ends: ReturnType<typeof walkEnds>): Float32Array<ArrayBuffer> =>
  concatenate(ends.map(([from, to]) => rowsBetween(from, to, walkGrid.columns)));
