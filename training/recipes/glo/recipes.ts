/** Every experiment of GLO, in the order of the registry, and what a command line may change of one. */
import { auxiliaryClassifierOf } from '../classifiers.ts';
import { overrideRecipe } from '../override.ts';
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

/** With nothing kept of single epochs, and guided by the critic of what is learned. */
export function overrideGloRecipe(recipe: GloRecipe, overrides: Overrides): GloRecipe {
  const overridden = overrideRecipe(recipe, overrides);
  if (overridden === recipe) return recipe;
  const { training, dataset } = overridden;
  const { guidance } = training;
  return {
    ...overridden,
    training: {
      ...training,
      guidance:
        guidance && dataset.name !== recipe.dataset.name
          ? { ...guidance, auxiliaryClassifier: auxiliaryClassifierOf(dataset.name) }
          : guidance,
    },
    drawsEpochs: false,
    snapshotEpochs: [],
  };
}
