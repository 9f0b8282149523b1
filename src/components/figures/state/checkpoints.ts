/** What the build tells a figure about the checkpoints there are, and how a recipe and a noise level name one of them. */
import type { CheckpointIndex } from '../../../contract/checkpoint-index.ts';

type Entry = CheckpointIndex['checkpoints'][number];
export type Recipe = Entry['recipe'];
export type CheckpointChoice = Pick<Entry, 'id' | 'recipe' | 'contentNoiseStd'>;

/** Props of every figure, made at build time by build/facts.ts. */
export interface FigureFacts {
  readonly checkpoints: readonly CheckpointChoice[];
  /** The one that the first frame comes from. */
  readonly initial: { readonly recipe: Recipe; readonly sigma: number };
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
  readonly numImages: number;
  readonly numClasses: number;
}

export const recipesOf = (checkpoints: readonly CheckpointChoice[]): readonly Recipe[] => [
  ...new Set(checkpoints.map(({ recipe }) => recipe)),
];

/** All noise levels, of one recipe or of any, in order. */
export function sigmasOf(checkpoints: readonly CheckpointChoice[], of?: Recipe): readonly number[] {
  const chosen = checkpoints.filter(({ recipe }) => of === undefined || recipe === of);
  return [...new Set(chosen.map(({ contentNoiseStd }) => contentNoiseStd))].sort((a, b) => a - b);
}

/** All checkpoints, the one asked for first: same recipe before the other, near noise levels before far ones. */
export function byDistance(
  checkpoints: readonly CheckpointChoice[],
  { recipe, contentNoiseStd }: Omit<CheckpointChoice, 'id'>,
): CheckpointChoice[] {
  const distance = (choice: CheckpointChoice): number =>
    (choice.recipe === recipe ? 0 : 1000) + Math.abs(choice.contentNoiseStd - contentNoiseStd);
  return checkpoints.toSorted((a, b) => distance(a) - distance(b));
}

/** The checkpoint of a recipe at a noise level, or at the nearest level that the recipe has. */
export const findCheckpoint = (
  checkpoints: readonly CheckpointChoice[],
  recipe: Recipe,
  sigma: number,
): CheckpointChoice => byDistance(checkpoints, { recipe, contentNoiseStd: sigma })[0];

/** The checkpoints beside one: those that a reader is likely to choose next. */
export function neighbouringCheckpoints(
  checkpoints: readonly CheckpointChoice[],
  { recipe, contentNoiseStd }: CheckpointChoice,
): CheckpointChoice[] {
  const sigmas = sigmasOf(checkpoints, recipe);
  const i = sigmas.indexOf(contentNoiseStd);
  const beside = new Set([sigmas[i - 1], sigmas[i + 1]]);
  return checkpoints.filter(
    (choice) =>
      (choice.recipe === recipe && beside.has(choice.contentNoiseStd)) ||
      (choice.recipe !== recipe && choice.contentNoiseStd === contentNoiseStd),
  );
}
