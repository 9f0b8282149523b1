/** The auxiliary classifier on transfers: a frozen critic's cross-entropy, weighted by λ, from epoch 10 on. */
import { seeds, vary, type Recipe } from './recipe.ts';

const shippedWeight = 0.02;
const noiseStds = [0, 0.1, 0.3, 1] as const;

export const guidedRecipes: readonly Recipe[] = [0.005, shippedWeight, 0.05].flatMap((weight) =>
  noiseStds.flatMap((contentNoiseStd) =>
    (weight === shippedWeight ? seeds : ([1] as const)).map((seed) =>
      vary({
        name: `guided-lambda${weight}`,
        says: `auxiliary classifier with λ = ${weight}`,
        group: 'guided',
        contentNoiseStd,
        guidance: { weight, fromEpoch: 10 },
        seed,
        ships: weight === shippedWeight && seed === 1,
        evaluation: weight === shippedWeight && seed === 1 ? 'projected' : 'full',
      }),
    ),
  ),
);
