/** TensorBoard's log of a training run. */
import type { DatasetInfo } from '../../../src/contract/manifest.ts';
import type { Epoch } from '../../methods/glo/train.ts';
import type { Recipe } from '../../recipes/recipe.ts';

export interface TrainingLog {
  epoch(epoch: Epoch): void;
  close(): void;
}

export function openTrainingLog(folder: string, recipe: Recipe, dataset: DatasetInfo): TrainingLog {
  throw new Error(`not there yet: ${folder} ${recipe.id} ${dataset.name}`);
}
