/** What the build tells a figure about the checkpoints there are, and how a preset and a noise level name one of them. */
import type { EntryOf } from '../../../../contract/checkpoint-index.ts';
import type { Costs } from './cost.ts';

type Entry = EntryOf<'glo'>;
export type Preset = Entry['preset'];
export type CheckpointChoice = Pick<Entry, 'id' | 'preset' | 'contentNoiseStd'>;

/** Props of every figure, made at build time by shell/facts.ts. */
export interface FigureFacts {
  readonly checkpoints: readonly CheckpointChoice[];
  /** The one that the first frame comes from. */
  readonly initial: { readonly preset: Preset; readonly sigma: number };
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
  /** Where the sheets of original images are, ending in a slash; undefined where the build found no MNIST. */
  readonly originalsUrl: string | undefined;
  /** File name of this figure's first frame, the same in each checkpoint. */
  readonly previewFile: string;
  /** Images that the first frame shows, in class order. */
  readonly previewImages: readonly number[];
  /** The classifier that reads the figure's pictures; undefined where the build found none. */
  readonly judge: { readonly id: string; readonly accuracy: number } | undefined;
  /** What it cost each checkpoint that its class is obeyed. */
  readonly costs: Costs;
  /** By data set: what the diversity of a model is held against. */
  readonly realDiversity: Readonly<Partial<Record<string, number>>>;
  readonly numImages: number;
  readonly numClasses: number;
}

export const presetsOf = (checkpoints: readonly CheckpointChoice[]): readonly Preset[] => [
  ...new Set(checkpoints.map(({ preset }) => preset)),
];

/** All noise levels, of one preset or of any, in order. */
export function sigmasOf(checkpoints: readonly CheckpointChoice[], of?: Preset): readonly number[] {
  const chosen = checkpoints.filter(({ preset }) => of === undefined || preset === of);
  return [...new Set(chosen.map(({ contentNoiseStd }) => contentNoiseStd))].sort((a, b) => a - b);
}

/** All checkpoints, the one asked for first: same preset before the other, near noise levels before far ones. */
export function byDistance(
  checkpoints: readonly CheckpointChoice[],
  { preset, contentNoiseStd }: Omit<CheckpointChoice, 'id'>,
): CheckpointChoice[] {
  const distance = (choice: CheckpointChoice): number =>
    (choice.preset === preset ? 0 : 1000) + Math.abs(choice.contentNoiseStd - contentNoiseStd);
  return checkpoints.toSorted((a, b) => distance(a) - distance(b));
}

/** The checkpoint of a preset at a noise level, or at the nearest level that the preset has. */
export const findCheckpoint = (
  checkpoints: readonly CheckpointChoice[],
  preset: Preset,
  sigma: number,
): CheckpointChoice => byDistance(checkpoints, { preset, contentNoiseStd: sigma })[0];

/** The checkpoints beside one: those that a reader is likely to choose next. */
export function neighbouringCheckpoints(
  checkpoints: readonly CheckpointChoice[],
  { preset, contentNoiseStd }: CheckpointChoice,
): CheckpointChoice[] {
  const sigmas = sigmasOf(checkpoints, preset);
  const i = sigmas.indexOf(contentNoiseStd);
  const beside = new Set([sigmas[i - 1], sigmas[i + 1]]);
  return checkpoints.filter(
    (choice) =>
      (choice.preset === preset && beside.has(choice.contentNoiseStd)) ||
      (choice.preset !== preset && choice.contentNoiseStd === contentNoiseStd),
  );
}
