/** The auxiliary classifier on transfers: a frozen auxiliary classifier's cross-entropy, weighted by λ, from epoch 10 on. */
import { seeds, vary, type GloRecipe } from './vary.ts';

const shippedWeight = 0.02;
const noiseStds = [0, 0.1, 0.3, 1] as const;

const grid: readonly GloRecipe[] = [0.005, shippedWeight, 0.05].flatMap((weight) =>
  noiseStds.flatMap((contentNoiseStd) =>
    (weight === shippedWeight ? seeds : ([1] as const)).map((seed) =>
      vary({
        name: `guided-lambda${weight}`,
        says: `auxiliary classifier with λ = ${weight}`,
        group: 'guided',
        contentNoiseStd,
        guidance: { weight },
        seed,
        ships: weight === shippedWeight && seed === 1,
        evaluation: weight === shippedWeight && seed === 1 ? 'projected' : 'full',
      }),
    ),
  ),
);

/** One thing changed in the shipped weight: guidance from the first epoch, fewer dimensions, or decay beside it. */
const variants: readonly GloRecipe[] = ([0, 0.3] as const).flatMap((contentNoiseStd) => {
  const base = {
    group: 'guided',
    contentNoiseStd,
    guidance: { weight: shippedWeight },
  } as const;
  return [
    vary({
      ...base,
      name: 'guided-early',
      says: `auxiliary classifier from the first epoch, λ = ${shippedWeight}`,
      guidance: { weight: shippedWeight, fromEpoch: 1 },
    }),
    vary({
      ...base,
      name: 'guided-dims16',
      says: `auxiliary classifier with λ = ${shippedWeight}, 16 content dimensions`,
      contentDim: 16,
    }),
    vary({
      ...base,
      name: 'guided-decay0.0001',
      says: `auxiliary classifier with λ = ${shippedWeight}, content decay 0.0001`,
      contentDecay: 1e-4,
    }),
  ];
});

/** More room in the codes, at the two levels of noise where it pays; with three seeds what style is compared with (styled.ts). */
const roomy: readonly GloRecipe[] = ([40, 64] as const).flatMap((contentDim) =>
  ([0.1, 0.3] as const).flatMap((contentNoiseStd) =>
    (contentDim === 40 && contentNoiseStd === 0.1 ? seeds : ([1] as const)).map((seed) =>
      vary({
        name: `guided-dims${contentDim}`,
        says: `auxiliary classifier with λ = ${shippedWeight}, ${contentDim} content dimensions`,
        group: 'guided',
        contentNoiseStd,
        contentDim,
        guidance: { weight: shippedWeight },
        seed,
      }),
    ),
  ),
);

/** As roomy, and asked more gently, which leaves more of the handwriting. */
const gentle: readonly GloRecipe[] = (
  [
    [40, 0.1],
    [64, 0.3],
  ] as const
).flatMap(([contentDim, contentNoiseStd]) =>
  seeds.map((seed) =>
    vary({
      name: `guided-dims${contentDim}-lambda0.005`,
      says: `auxiliary classifier with λ = 0.005, ${contentDim} content dimensions`,
      group: 'guided',
      contentNoiseStd,
      contentDim,
      guidance: { weight: 0.005 },
      seed,
    }),
  ),
);

/** With whitening whose axes are aligned across classes: no class left in the codes, and guidance for what they are to do. */
const aligned: readonly GloRecipe[] = ([0.005, shippedWeight] as const).flatMap((weight) =>
  ([0, 0.1, 0.3] as const).flatMap((contentNoiseStd) =>
    (weight === shippedWeight ? seeds : ([1] as const)).map((seed) =>
      vary({
        name: `guided-aligned-lambda${weight}`,
        says: `auxiliary classifier with λ = ${weight} and aligned whitening`,
        group: 'guided',
        contentNoiseStd,
        guidance: { weight },
        contentWhitening: 'aligned',
        seed,
      }),
    ),
  ),
);

export const guidedRecipes: readonly GloRecipe[] = [...grid, ...variants, ...roomy, ...gentle, ...aligned];
