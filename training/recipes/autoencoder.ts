/**
 * The autoencoders of the homework: linear ones beside PCA, one non-linear layer, stacks of them. Epochs are what each needs to come to rest
 * within the time that the group has.
 */
import type { AutoencoderKind, AutoencoderTraining } from '../../src/contract/families/autoencoder.ts';
import type { NetworkSettings } from '../../src/contract/families/encoder-decoder.ts';
import { codeDims, type EncoderDecoderRecipe } from './encoder-decoder/recipe.ts';
import { handOutSplit, seedInId, seedInTitle, seeds } from './hand-out.ts';
import { overrideRecipe } from './override.ts';
import { epochsAsLong, type Overrides } from './recipe.ts';

export interface AutoencoderRecipe extends EncoderDecoderRecipe {
  readonly family: 'autoencoder';
  readonly group: 'autoencoders';
  readonly kind: AutoencoderKind;
  readonly training: AutoencoderTraining;
}

interface Variation {
  readonly kind: AutoencoderKind;
  /** The middle of the id, `autoencoder-mnist-<name>-k<code numbers>`, and the same in words. */
  readonly name: string;
  readonly says: string;
  readonly codeDim: number;
  readonly seed?: number;
  readonly network?: Partial<NetworkSettings>;
  readonly training?: Partial<AutoencoderTraining>;
  readonly ships?: boolean;
}

const linear: Omit<NetworkSettings, 'codeDim'> = {
  network: 'dense',
  hidden: [],
  encoderActivation: 'linear',
  decoderActivation: 'linear',
  codeActivation: 'linear',
  gaussianCode: false,
  outputActivation: 'linear',
};

function vary({ kind, name, says, codeDim, seed = 1, ...rest }: Variation): AutoencoderRecipe {
  const { network, training, ships = false } = rest;
  return {
    id: `autoencoder-mnist-${name}-k${codeDim}${seedInId(seed)}`,
    title: `${says} on MNIST, ${codeDim} code numbers${seedInTitle(seed)}`,
    family: 'autoencoder',
    group: 'autoencoders',
    kind,
    dataset: handOutSplit,
    network: { ...linear, codeDim, ...network },
    training: {
      seed,
      numEpochs: 1,
      batchSize: 128,
      learningRate: 1e-3,
      rateDecays: true,
      loss: 'squared-error',
      pretrainingEpochs: 0,
      ...training,
    },
    ships,
    evaluation: 'full',
  };
}

/** With 2 numbers, it can rest on a saddle for some epochs. */
const linearEpochs = (codeDim: number): number => (codeDim === 2 ? 20 : 12);

const linearRecipes = seeds.flatMap((seed) =>
  codeDims.map((codeDim) =>
    vary({
      kind: 'linear',
      name: 'linear',
      says: 'Linear autoencoder',
      codeDim,
      seed,
      training: { numEpochs: linearEpochs(codeDim), learningRate: 5e-3 },
      ships: seed === 1,
    }),
  ),
);

/** In closed form: one pass over all images, and no seed matters. */
const pcaRecipes = codeDims.map((codeDim) =>
  vary({
    kind: 'pca',
    name: 'pca',
    says: 'PCA',
    codeDim,
    training: { learningRate: 0, rateDecays: false },
    ships: true,
  }),
);

const nonlinearRecipes = seeds.flatMap((seed) =>
  codeDims.map((codeDim) =>
    vary({
      kind: 'nonlinear',
      name: 'relu',
      says: 'Non-linear autoencoder',
      codeDim,
      seed,
      network: { codeActivation: 'relu', outputActivation: 'sigmoid' },
      training: { numEpochs: 8, loss: 'cross-entropy' },
      ships: seed === 1,
    }),
  ),
);

const stackOf = (activation: 'relu' | 'sigmoid'): Partial<NetworkSettings> => ({
  hidden: [512, 256],
  encoderActivation: activation,
  decoderActivation: activation,
  outputActivation: 'sigmoid',
});

const stackedRecipes = seeds.flatMap((seed) =>
  codeDims.map((codeDim) =>
    vary({
      kind: 'stacked',
      name: 'stacked',
      says: 'Stacked autoencoder',
      codeDim,
      seed,
      network: stackOf('relu'),
      training: { numEpochs: 4, loss: 'cross-entropy' },
      ships: seed === 1 && codeDim === 10,
    }),
  ),
);

/** Is depth hard to train? Units and layer-wise pre-training, each with and without the other; ReLU units at once are above. */
const depthRecipes = seeds.flatMap((seed) =>
  (
    [
      ['sigmoid', 0],
      ['sigmoid', 1],
      ['relu', 1],
    ] as const
  ).map(([activation, pretrainingEpochs]) =>
    vary({
      kind: 'stacked',
      name: `stacked${activation === 'sigmoid' ? '-sigmoid' : ''}${pretrainingEpochs > 0 ? '-greedy' : ''}`,
      says: `Stacked autoencoder, ${activation} units${pretrainingEpochs > 0 ? ', greedy pre-training' : ''},`,
      codeDim: 10,
      seed,
      network: stackOf(activation),
      training: { numEpochs: 4, loss: 'cross-entropy', pretrainingEpochs },
    }),
  ),
);

export const autoencoderRecipes: readonly AutoencoderRecipe[] = [
  ...linearRecipes,
  ...pcaRecipes,
  ...nonlinearRecipes,
  ...stackedRecipes,
  ...depthRecipes,
];

/** Layers that are trained by themselves first take as many steps on pictures, too; a closed form takes none, however many epochs. */
export function overrideAutoencoder(recipe: AutoencoderRecipe, overrides: Overrides): AutoencoderRecipe {
  const overridden = overrideRecipe(recipe, overrides);
  if (!overrides.pictures) return overridden;
  const { numEpochs, pretrainingEpochs } = recipe.training;
  return {
    ...overridden,
    training: {
      ...overridden.training,
      pretrainingEpochs: epochsAsLong(recipe, overridden.dataset, pretrainingEpochs),
      ...(recipe.kind === 'pca' && { numEpochs: overrides.numEpochs ?? numEpochs }),
    },
  };
}
