/** Mistakes of public versions of the exercise, made on purpose in its own recipe at σ = 0.3; what each does is said in training/methods/glo. */
import { mistakeNames } from '../../../src/contract/families/glo.ts';
import { vary, type GloRecipe } from './vary.ts';

export const mistakeRecipes: readonly GloRecipe[] = mistakeNames.map((mistake) =>
  vary({
    name: `mistake-${mistake}`,
    says: `exercise recipe with a mistake: ${mistake.replaceAll('-', ' ')}`,
    group: 'mistakes',
    preset: 'exercise',
    contentNoiseStd: 0.3,
    mistake,
  }),
);
