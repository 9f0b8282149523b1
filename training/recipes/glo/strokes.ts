/** The noise sweep on strokes, whose factors are known: how much of them is in the content codes. */
import { vary, type GloRecipe } from './vary.ts';
import { contentNoiseStds } from './sigma.ts';

export const strokesRecipes: readonly GloRecipe[] = contentNoiseStds.map((contentNoiseStd) =>
  vary({ name: 'lord', says: 'lord recipe', group: 'strokes', datasetName: 'strokes', contentNoiseStd }),
);
