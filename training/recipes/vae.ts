/** The variational autoencoders: the homework's with and without the divergence, and the course project's over the variance of its data term. */
import type { NetworkSettings } from '../../src/contract/families/encoder-decoder.ts';
import type { VaeTraining } from '../../src/contract/families/vae.ts';
import { codeDims, type EncoderDecoderRecipe } from './encoder-decoder/recipe.ts';
import { handOutSplit, seedInId, seedInTitle, seeds } from './hand-out.ts';

export interface VaeRecipe extends EncoderDecoderRecipe {
  readonly family: 'vae';
  readonly group: 'vae';
  readonly training: VaeTraining;
}

const base = { family: 'vae', group: 'vae', dataset: handOutSplit, evaluation: 'full' } as const;

const denseNetwork = (codeDim: number): NetworkSettings => ({
  network: 'dense',
  hidden: [512],
  encoderActivation: 'relu',
  decoderActivation: 'sigmoid',
  codeDim,
  codeActivation: 'linear',
  gaussianCode: true,
  outputActivation: 'sigmoid',
});

const denseRecipes = seeds.flatMap((seed) =>
  [true, false].flatMap((divergence) =>
    codeDims.map((codeDim): VaeRecipe => ({
      ...base,
      id: `vae-mnist-dense${divergence ? '' : '-nokl'}-k${codeDim}${seedInId(seed)}`,
      title: `VAE on MNIST, ${divergence ? '' : 'without the KL term, '}${codeDim} code numbers${seedInTitle(seed)}`,
      network: denseNetwork(codeDim),
      training: {
        seed,
        numEpochs: 8,
        batchSize: 128,
        learningRate: 1e-3,
        rateDecays: false,
        dataTerm: 'cross-entropy',
        dataVariance: null,
        divergence,
      },
      // What a page runs live: the others without the divergence are shown as pictures, since one takes a megabyte.
      ships: seed === 1 && (divergence || codeDim === 2 || codeDim === 10),
    })),
  ),
);

/** The posterior is to collapse above the variance of the first principal component, a 784th of it: about 0.0065. */
const dataVariances = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 1] as const;

const convolutionalNetwork: NetworkSettings = {
  ...denseNetwork(16),
  network: 'convolutional',
  hidden: [16, 32],
  decoderActivation: 'relu',
};

const convolutionalRecipes = dataVariances.map((dataVariance): VaeRecipe => ({
  ...base,
  id: `vae-mnist-conv-variance${dataVariance}`,
  title: `Convolutional VAE on MNIST, data variance ${dataVariance}`,
  network: convolutionalNetwork,
  training: {
    seed: 1,
    numEpochs: 2,
    batchSize: 64,
    learningRate: 1e-3,
    rateDecays: false,
    dataTerm: 'gaussian',
    dataVariance,
    divergence: true,
  },
  ships: true,
}));

export const vaeRecipes: readonly VaeRecipe[] = [...denseRecipes, ...convolutionalRecipes];
