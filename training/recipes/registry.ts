/** Every recipe that `train:all` runs, and how a command line names them. */
import { matchesGlob } from 'node:path/posix';
import type { Recipe } from './recipe.ts';
import { sigmaRecipes } from './sigma.ts';

export const recipes: readonly Recipe[] = [...sigmaRecipes];

/** Recipes whose id matches an id or glob, in the registry's order; empty when none does. */
export const findRecipes = (pattern: string): readonly Recipe[] =>
  recipes.filter(({ id }) => id === pattern || matchesGlob(id, pattern));

interface Overrides {
  readonly numEpochs?: number | undefined;
  readonly datasetName?: Recipe['dataset']['name'] | undefined;
}

/** The recipe with settings of the command line; another data set is another id. */
export function overrideRecipe(recipe: Recipe, { numEpochs, datasetName }: Overrides): Recipe {
  const name = datasetName ?? recipe.dataset.name;
  return {
    ...recipe,
    id: recipe.id.replace(`-${recipe.dataset.name}-`, `-${name}-`),
    title: name === recipe.dataset.name ? recipe.title : recipe.title.replace('MNIST', 'strokes'),
    dataset: { ...recipe.dataset, name },
    training: { ...recipe.training, numEpochs: numEpochs ?? recipe.training.numEpochs },
  };
}
