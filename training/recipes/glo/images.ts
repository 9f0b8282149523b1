/** How many images: 256 is one report's setting; 60,000 is the whole train file, for fewer epochs. 2,000 is in the noise sweep. */
import { vary, type GloRecipe } from './vary.ts';

export const imagesRecipes: readonly GloRecipe[] = [256, 10_000, 60_000].map((numTrainingImages) =>
  vary({
    name: `lord-images${numTrainingImages}`,
    says: `lord recipe, ${numTrainingImages.toLocaleString('en')} images`,
    group: 'images',
    contentNoiseStd: 0.3,
    numTrainingImages,
    numEpochs: numTrainingImages === 60_000 ? 8 : 50,
    ships: numTrainingImages !== 10_000,
    evaluation: 'projected',
  }),
);
