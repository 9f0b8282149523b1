/** Other ways to limit what a content code can hold: a penalty on its norm (decay), and fewer dimensions. */
import { vary, type GloRecipe } from './vary.ts';

const noiseStds = [0.3, 1] as const;

export const decayRecipes: readonly GloRecipe[] = noiseStds.flatMap((contentNoiseStd) =>
  [1e-4, 1e-3, 3e-3, 1e-2].map((contentDecay) =>
    vary({
      name: `lord-decay${contentDecay}`,
      says: `lord recipe, content decay ${contentDecay}`,
      group: 'decay',
      contentNoiseStd,
      contentDecay,
      ships: contentNoiseStd === 0.3 && (contentDecay === 1e-3 || contentDecay === 1e-2),
    }),
  ),
);

export const dimsRecipes: readonly GloRecipe[] = noiseStds.flatMap((contentNoiseStd) =>
  [2, 4, 8, 16, 64].map((contentDim) =>
    vary({
      name: `lord-dims${contentDim}`,
      says: `lord recipe, ${contentDim} content dimensions`,
      group: 'dims',
      contentNoiseStd,
      contentDim,
      ships: contentNoiseStd === 0.3 && (contentDim === 2 || contentDim === 8),
    }),
  ),
);
