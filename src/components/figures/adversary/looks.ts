/**
 * State of the walk between codes and what the discriminator makes of it: a run, one of the epochs after which it was kept, a walk, and a
 * place on it. Pure.
 */
import { walkCodes, walkEnds, walkGrid } from '../../../networks/gan/codes.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import type { Checkpoint } from '../../../engine/api.ts';
import { snapshotKey } from '../../../engine/checkpoint-key.ts';
import { choice, decimal, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';

export interface KeptRun {
  readonly id: string;
  readonly text: string;
  /** Mean scores of training images, and of pictures, by epoch. */
  readonly means: Readonly<Record<number, { readonly real: number; readonly fake: number }>>;
}

/** What the discriminator says of one picture. */
export interface Look {
  readonly score: number;
  /** Of the score, by the numbers of the picture. */
  readonly gradient: readonly number[];
}

/** Props of the figure, made at build time. */
export interface LooksFacts {
  readonly runs: readonly KeptRun[];
  /** Epochs after which they were kept, rising; the last is that of the finished run. */
  readonly epochs: readonly number[];
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
  readonly previewFile: string;
  /** What the discriminator of the first run says of the first picture. */
  readonly first: Look;
}

export interface LooksState {
  readonly of: string;
  readonly epoch: number;
  readonly seed: number;
  readonly walk: number;
  /** From 0 at one end to 1 at the other. */
  readonly at: number;
}

export const { rows: numWalks, columns: numSteps } = walkGrid;

/** One of the steps. */
const initialAt = 0.33;

export const looksFields = ({ runs, epochs }: Pick<LooksFacts, 'runs' | 'epochs'>): Fields<LooksState> => ({
  of: choice(
    runs.map(({ id }) => id),
    runs[0].id,
  ),
  epoch: choice(epochs, epochs[epochs.length - 1]),
  seed: wholeNumber(seedLimit, 0),
  walk: wholeNumber(numWalks, 0),
  at: decimal(1, initialAt),
});

export const keyOf = ({ of, epoch }: Pick<LooksState, 'of' | 'epoch'>, epochs: readonly number[]): string =>
  epoch === epochs[epochs.length - 1] ? of : snapshotKey(of, epoch);

/** The step nearest to a place on a walk, and back. */
export const stepAt = (at: number): number => Math.round(at * (numSteps - 1));
export const placeOfStep = (step: number): number => Number((step / (numSteps - 1)).toFixed(2));

export type LooksArgs = Pick<LooksState, 'seed' | 'walk' | 'at'>;

/** Of all walks, one a row; the first draw is that of the preview. And last, of the place on the chosen walk. */
export function looksCodes(
  { manifest: { model } }: Pick<Checkpoint<'gan'>, 'manifest'>,
  { seed, walk, at }: LooksArgs,
): Float32Array {
  const ends = walkEnds(model.codeDim, seed);
  const [from, to] = ends[walk];
  return concatenate([walkCodes(ends), from.map((value, i) => (1 - at) * value + at * to[i])]);
}
