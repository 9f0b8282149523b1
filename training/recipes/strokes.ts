/** The noise sweep on strokes, whose factors are known: how much of them is in the content codes. */
import { vary, type Recipe } from './recipe.ts';
import { contentNoiseStds } from './sigma.ts';

export const strokesRecipes: readonly Recipe[] = contentNoiseStds.map((contentNoiseStd) =>
  vary({ name: 'lord', says: 'lord recipe', group: 'strokes', datasetName: 'strokes', contentNoiseStd }),
);
