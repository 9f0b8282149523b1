/** The part of every figure's state that names its checkpoint. */
import { sigmasOf, recipesOf, type FigureFacts, type Recipe } from './checkpoints.ts';
import { choice, type Fields } from './fields.ts';

export interface CheckpointState {
  readonly recipe: Recipe;
  readonly sigma: number;
}

export const checkpointFields = ({ checkpoints, initial }: FigureFacts): Fields<CheckpointState> => ({
  recipe: choice(recipesOf(checkpoints), initial.recipe),
  sigma: choice(sigmasOf(checkpoints), initial.sigma),
});
