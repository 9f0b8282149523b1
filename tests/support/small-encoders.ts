/** Recipes with an encoder that are trained in a moment, on strokes: one of each kind, to be made by their methods. */
import type { EncoderDecoderManifest, NetworkSettings } from '../../src/contract/families/encoder-decoder.ts';
import { loadSplit } from '../../training/data/split.ts';
import { methodOf } from '../../training/methods/method-of.ts';
import type { CheckpointFolder, EpochReport } from '../../training/methods/method.ts';
import type { AutoencoderRecipe } from '../../training/recipes/autoencoder.ts';
import type { VaeRecipe } from '../../training/recipes/vae.ts';

const dataset = { name: 'strokes', numTrainingImages: 200, numValidationImages: 60 } as const;
const optimizer = { seed: 1, numEpochs: 2, batchSize: 20, learningRate: 5e-3, rateDecays: true } as const;
const plain: NetworkSettings = {
  network: 'dense',
  hidden: [],
  encoderActivation: 'relu',
  decoderActivation: 'relu',
  codeDim: 3,
  codeActivation: 'linear',
  gaussianCode: false,
  outputActivation: 'linear',
};
const common = { title: 'Small', dataset, ships: true, evaluation: 'full' } as const;

const autoencoder = (
  kind: AutoencoderRecipe['kind'],
  network: Partial<NetworkSettings>,
  training: Partial<AutoencoderRecipe['training']>,
): AutoencoderRecipe => ({
  ...common,
  id: `autoencoder-strokes-${kind}`,
  family: 'autoencoder',
  group: 'autoencoders',
  kind,
  network: { ...plain, ...network },
  training: { ...optimizer, loss: 'squared-error', pretrainingEpochs: 0, ...training },
});

const vae = (
  name: string,
  network: Partial<NetworkSettings>,
  training: Partial<VaeRecipe['training']>,
): VaeRecipe => ({
  ...common,
  id: `vae-strokes-${name}`,
  family: 'vae',
  group: 'vae',
  network: { ...plain, gaussianCode: true, outputActivation: 'sigmoid', ...network },
  training: { ...optimizer, dataTerm: 'cross-entropy', dataVariance: null, divergence: true, ...training },
});

const sigmoidOutput = { outputActivation: 'sigmoid' } as const;

export const smallEncoders = {
  linear: autoencoder('linear', {}, {}),
  pca: autoencoder('pca', {}, { numEpochs: 1, learningRate: 0, rateDecays: false }),
  nonlinear: autoencoder(
    'nonlinear',
    { codeActivation: 'relu', ...sigmoidOutput },
    { loss: 'cross-entropy' },
  ),
  stacked: autoencoder(
    'stacked',
    { hidden: [24, 12], ...sigmoidOutput },
    { loss: 'cross-entropy', pretrainingEpochs: 1 },
  ),
  dense: vae('dense', { hidden: [24], decoderActivation: 'sigmoid' }, {}),
  convolutional: vae(
    'convolutional',
    { network: 'convolutional', hidden: [4, 8] },
    { dataTerm: 'gaussian', dataVariance: 1e-3 },
  ),
} as const satisfies Record<string, AutoencoderRecipe | VaeRecipe>;

export interface SmallRun extends CheckpointFolder {
  readonly manifest: CheckpointFolder['manifest'] & EncoderDecoderManifest;
  readonly epochs: readonly EpochReport[];
}

/** Trains a recipe as the trainer does, and keeps its folder in memory. */
export async function makeSmall(recipe: AutoencoderRecipe | VaeRecipe): Promise<SmallRun> {
  const { training: data, validation } = await loadSplit(recipe.dataset);
  const provenance = { command: 'npm test', codeVersion: '0'.repeat(64) };
  const made = methodOf(recipe).make({ recipe, data, validation, provenance });
  const epochs: EpochReport[] = [];
  for (let step = await made.next(); ; step = await made.next()) {
    if (step.done) return { ...step.value, epochs } as SmallRun;
    epochs.push(step.value);
  }
}
