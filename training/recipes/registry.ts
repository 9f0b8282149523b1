/** Every recipe that `train:all` runs, and how a command line names them. The classifiers that some of them need are in classifiers.ts. */
import { matchesGlob } from 'node:path/posix';
import { decayRecipes, dimsRecipes } from './code-size.ts';
import { guidedRecipes } from './guided.ts';
import { imagesRecipes } from './images.ts';
import { lossRecipes } from './losses.ts';
import { mistakeRecipes } from './mistakes.ts';
import type { Recipe } from './recipe.ts';
import { sigmaRecipes } from './sigma.ts';
import { strokesRecipes } from './strokes.ts';
import { whiteningRecipes } from './whitening.ts';

export const recipes: readonly Recipe[] = [
  ...sigmaRecipes,
  ...lossRecipes,
  ...guidedRecipes,
  ...whiteningRecipes,
  ...dimsRecipes,
  ...decayRecipes,
  ...imagesRecipes,
  ...strokesRecipes,
  ...mistakeRecipes,
];

export const matchesId = (id: string, pattern: string): boolean => id === pattern || matchesGlob(id, pattern);

/** Recipes whose id matches an id or glob, in the registry's order; empty when none does. */
export const findRecipes = (pattern: string): readonly Recipe[] =>
  recipes.filter(({ id }) => matchesId(id, pattern));

interface Overrides {
  readonly numEpochs?: number | undefined;
  readonly datasetName?: Recipe['dataset']['name'] | undefined;
}

/** The recipe with settings of the command line, which is measured lightly and keeps nothing of single epochs; another data set is another id. */
export function overrideRecipe(recipe: Recipe, { numEpochs, datasetName }: Overrides): Recipe {
  if (numEpochs === undefined && datasetName === undefined) return recipe;
  const name = datasetName ?? recipe.dataset.name;
  return {
    ...recipe,
    id: recipe.id.replace(`-${recipe.dataset.name}-`, `-${name}-`),
    title: name === recipe.dataset.name ? recipe.title : recipe.title.replace('MNIST', 'strokes'),
    dataset: { ...recipe.dataset, name },
    training: { ...recipe.training, numEpochs: numEpochs ?? recipe.training.numEpochs },
    ships: true,
    evaluation: 'light',
    drawsEpochs: false,
    snapshotEpochs: [],
  };
}
