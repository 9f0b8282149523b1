/**
 * Losses at σ = 0.3 in the lord preset, and learning through epochs: the same images after every epoch, for four levels of σ and
 * each pixel loss. L1 + L2 itself is in the noise sweep.
 */
import { vary, type GloRecipe } from './vary.ts';

const drawnNoiseStds = [0, 0.1, 0.3, 1] as const;

export const lossRecipes: readonly GloRecipe[] = (['l1', 'l2', 'perceptual'] as const).flatMap((loss) =>
  (loss === 'perceptual' ? ([0.3] as const) : drawnNoiseStds).map((contentNoiseStd) =>
    vary({
      name: `lord-${loss}`,
      says: `lord recipe, ${loss === 'perceptual' ? loss : loss.toUpperCase()} loss`,
      group: contentNoiseStd === 0.3 ? 'losses' : 'epochs',
      loss,
      contentNoiseStd,
      ships: contentNoiseStd === 0.3,
      drawsEpochs: true,
    }),
  ),
);
