/**
 * The noise sweep: two recipes at eight levels of σ. `exercise` is the published exercise: codes start as N(0, 1) and everything
 * learns at 1e-3. `lord` follows LORD (Gabbay and Hoshen, 2020): small initial codes with a learning rate of their own.
 * Every run has the same seed, so runs differ in σ alone: same start, same order of images, same noise up to its scale.
 */
import type { TrainingConfig } from '../../src/contract/manifest.ts';
import type { Recipe } from './recipe.ts';

const contentNoiseStds = [0, 0.1, 0.3, 0.5, 0.7, 1, 2, 5] as const;

const codeSettings = {
  exercise: { codeInitStd: 1, learningRates: { generator: 1e-3, classCodes: 1e-3, contentCodes: 1e-3 } },
  lord: { codeInitStd: 0.05, learningRates: { generator: 1e-3, classCodes: 1e-2, contentCodes: 1e-2 } },
} as const satisfies Record<TrainingConfig['recipe'], unknown>;

const sigmaRecipe = (recipe: TrainingConfig['recipe'], contentNoiseStd: number): Recipe => ({
  id: `glo-mnist-${recipe}-sigma${contentNoiseStd}`,
  title: `GLO on MNIST, ${recipe} recipe, σ = ${contentNoiseStd}`,
  dataset: { name: 'mnist', numImages: 2000 },
  dims: { classDim: 25, contentDim: 25 },
  training: {
    recipe,
    seed: 1,
    numEpochs: 50,
    batchSize: 32,
    loss: 'l1+l2',
    contentNoiseStd,
    contentDecay: 0,
    ...codeSettings[recipe],
  },
});

export const sigmaRecipes: readonly Recipe[] = (['exercise', 'lord'] as const).flatMap((recipe) =>
  contentNoiseStds.map((level) => sigmaRecipe(recipe, level)),
);
