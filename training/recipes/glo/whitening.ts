/** Class-conditional whitening of the content codes, plain and with axes aligned across classes; training/methods/glo/whitening.ts. */
import { seeds, vary, type GloRecipe } from './vary.ts';

export const whiteningRecipes: readonly GloRecipe[] = (['per-class', 'aligned'] as const).flatMap(
  (contentWhitening) =>
    ([25, 8] as const).flatMap((contentDim) =>
      ([0.3, 0, 1] as const).flatMap((contentNoiseStd) =>
        (contentNoiseStd === 0.3 ? seeds : ([1] as const)).map((seed) => {
          const aligned = contentWhitening === 'aligned';
          return vary({
            name: `${aligned ? 'aligned' : 'whitened'}-dims${contentDim}`,
            says: `${aligned ? 'aligned ' : ''}class-conditional whitening, ${contentDim} content dimensions`,
            group: 'whitening',
            contentNoiseStd,
            contentWhitening,
            contentDim,
            seed,
            ships: seed === 1 && contentNoiseStd === 0.3 && contentDim === 25,
          });
        }),
      ),
    ),
);
