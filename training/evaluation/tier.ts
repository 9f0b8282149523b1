/** How much of a run is measured, by what its recipe asks for. */
import type { MeasuredRecipe } from '../recipes/recipe.ts';

/** Whether unseen images are projected. */
export const isProjected = ({ evaluation }: Pick<MeasuredRecipe, 'evaluation'>): boolean =>
  evaluation === 'projected' || evaluation === 'compared';
