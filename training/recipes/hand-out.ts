/** What experiments of the hand-outs have in common, whichever their family: the split of the images, and the seeds of what is compared. */
import type { MeasuredRecipe } from './recipe.ts';

export interface HandOutRecipe extends MeasuredRecipe {
  readonly dataset: MeasuredRecipe['dataset'] & { readonly numValidationImages: number };
}

/** The hand-out's: the first 54,000 training images are learned, the last 6,000 validate, and the test images stay unseen. */
export const handOutSplit = { name: 'mnist', numTrainingImages: 54_000, numValidationImages: 6_000 } as const;

/** For what pages compare. */
export const seeds = [1, 2, 3] as const;

/** The parts of an id and a title that say the seed. */
export const seedInId = (seed: number): string => (seed === 1 ? '' : `-seed${seed}`);
export const seedInTitle = (seed: number): string => (seed === 1 ? '' : `, seed ${seed}`);
