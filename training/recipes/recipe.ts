/**
 * What every experiment is, whatever its method: one flat object with everything that decides its checkpoint and what is measured on it,
 * nothing about how it is run. Each family adds its own fields (glo/vary.ts, classifiers.ts).
 */
import type { DatasetName } from '../../src/contract/datasets.ts';
import type { Family } from '../../src/contract/manifest.ts';
import type { Learned, PictureSet } from '../data/sources.ts';

export interface Recipe {
  /** Also the name of the checkpoint and of its folder; see src/contract/checkpoint-id.ts. */
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly dataset: Learned & {
    readonly numTrainingImages: number;
    /** Images behind those that it is checked on; none unless said. */
    readonly numValidationImages?: number;
  };
  readonly training: {
    readonly seed: number;
    readonly numEpochs: number;
    readonly batchSize: number;
    /** Where an epoch is not every image once. */
    readonly stepsPerEpoch?: number;
  };
  /** Whether the site gets the weights, or only what was measured and a picture. */
  readonly ships: boolean;
}

/** A recipe whose checkpoint is measured by the judge, alone or among others. */
export interface MeasuredRecipe extends Recipe {
  /** Which part of the laboratory it belongs to. */
  readonly group: string;
  /**
   * `light` leaves out what is slow: probes, samplers, factors. `projected` adds the projection of unseen images, and `compared` to that the
   * protocol by which models of all families are compared.
   */
  readonly evaluation: 'light' | 'full' | 'projected' | 'compared';
}

/** Optimization steps of a run, which is what progress counts. */
export const stepsOf = (recipe: Pick<Recipe, 'dataset' | 'training'>): number =>
  stepsPerEpochOf(recipe) * recipe.training.numEpochs;

const stepsPerEpochOf = ({ dataset, training }: Pick<Recipe, 'dataset' | 'training'>): number =>
  training.stepsPerEpoch ?? Math.ceil(dataset.numTrainingImages / training.batchSize);

/** Epochs on other images with as many steps, or a few more. */
export const epochsAsLong = (
  recipe: Pick<Recipe, 'dataset' | 'training'>,
  dataset: Recipe['dataset'],
  numEpochs = recipe.training.numEpochs,
): number => Math.ceil((numEpochs * stepsPerEpochOf(recipe)) / stepsPerEpochOf({ ...recipe, dataset }));

/** Settings of a command line that change a recipe. */
export interface Overrides {
  readonly numEpochs?: number | undefined;
  readonly datasetName?: DatasetName | undefined;
  /** In place of a data set. */
  readonly pictures?: PictureSet | undefined;
}
