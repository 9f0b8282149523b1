/** Every experiment of GLO, in the order of the registry, and what a command line may change of one. */
import { dataSources } from '../../data/sources.ts';
import { auxiliaryClassifierOf } from '../classifiers.ts';
import type { Overrides } from '../recipe.ts';
import { decayRecipes, dimsRecipes } from './code-size.ts';
import { guidedRecipes } from './guided.ts';
import { imagesRecipes } from './images.ts';
import { lossRecipes } from './losses.ts';
import { mistakeRecipes } from './mistakes.ts';
import { sigmaRecipes } from './sigma.ts';
import { strokesRecipes } from './strokes.ts';
import { styledRecipes } from './styled.ts';
import type { GloRecipe } from './vary.ts';
import { whiteningRecipes } from './whitening.ts';

export const gloRecipes: readonly GloRecipe[] = [
  ...sigmaRecipes,
  ...lossRecipes,
  ...guidedRecipes,
  ...styledRecipes,
  ...whiteningRecipes,
  ...dimsRecipes,
  ...decayRecipes,
  ...imagesRecipes,
  ...strokesRecipes,
  ...mistakeRecipes,
];

/** Measured lightly, with nothing kept of single epochs; another data set is another id. */
export function overrideRecipe(recipe: GloRecipe, { numEpochs, datasetName }: Overrides): GloRecipe {
  if (numEpochs === undefined && datasetName === undefined) return recipe;
  const from = recipe.dataset.name;
  const name = datasetName ?? from;
  const { guidance } = recipe.training;
  return {
    ...recipe,
    id: recipe.id.replace(`-${from}-`, `-${name}-`),
    title: recipe.title.replace(`on ${dataSources[from].title},`, `on ${dataSources[name].title},`),
    dataset: { ...recipe.dataset, name },
    training: {
      ...recipe.training,
      numEpochs: numEpochs ?? recipe.training.numEpochs,
      guidance:
        guidance && name !== from
          ? { ...guidance, auxiliaryClassifier: auxiliaryClassifierOf(name) }
          : guidance,
    },
    ships: true,
    evaluation: 'light',
    drawsEpochs: false,
    snapshotEpochs: [],
  };
}
