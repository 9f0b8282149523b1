/** One recipe of a family with an encoder from its images to the files of its checkpoint. */
import type { EncoderDecoderHistory } from '../../../src/contract/families/encoder-decoder.ts';
import { imageLength, imageShapeOf } from '../../../src/networks/blocks/image-shape.ts';
import { architectureOf } from '../../../src/networks/encoder-decoder/architecture.ts';
import { initializeLayers, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { imageKindOf } from '../../data/sources.ts';
import { trainingDataOf } from '../../data/training-data.ts';
import type { EncoderDecoderRecipe } from '../../recipes/encoder-decoder/recipe.ts';
import type { CheckpointFolder, EpochReport, MakeInput } from '../method.ts';
import { principalAutoencoder } from './closed-form.ts';
import { buildEncoderDecoderFolder } from './files/build-checkpoint.ts';
import { pretrain } from './pretrain.ts';
import { fitEncoderDecoder, type FitInput } from './train.ts';
import type { Objective } from './train-step.ts';

/** Everything that decides a run with an encoder and is in every family's training. */
interface OptimizerSettings {
  readonly learningRate: number;
  readonly rateDecays: boolean;
}

export interface MakeEncoderDecoderInput<R extends EncoderDecoderRecipe> extends MakeInput<R> {
  readonly objective: Objective;
  readonly optimizer: OptimizerSettings;
  /** PCA instead of steps. */
  readonly isClosedForm?: boolean;
  /** Of each pair of layers, before all are trained. */
  readonly pretrainingEpochs?: number;
  /** The fields of the manifest that are the family's own. */
  readonly ownFields: object;
}

/** @throws ContractError when the result breaks the contract. */
export function* makeEncoderDecoder<R extends EncoderDecoderRecipe>(
  input: MakeEncoderDecoderInput<R>,
): Generator<EpochReport, CheckpointFolder> {
  const {
    recipe,
    data,
    validation,
    provenance,
    objective,
    optimizer,
    isClosedForm,
    pretrainingEpochs = 0,
    ownFields,
  } = input;
  const { id, title, training, network } = recipe;
  const config = { ...network, ...imageShapeOf(imageKindOf(recipe.dataset)) };
  const length = imageLength(config);
  const architecture = architectureOf(config);
  const random = createRandom(training.seed);
  const history: { -readonly [Name in keyof EncoderDecoderHistory]: EncoderDecoderHistory[Name] } = {
    loss: [],
    data: [],
    divergence: [],
    validation: [],
  };
  const table = { images: data.images, length };
  let parameters: NamedParameters = initializeLayers(
    [...architecture.encoder, ...architecture.decoder],
    random,
  );
  const fit: FitInput = {
    architecture,
    gaussianCode: config.gaussianCode,
    objective,
    parameters,
    numEpochs: training.numEpochs,
    batchSize: training.batchSize,
    ...optimizer,
    training: table,
    validation: { images: validation.images, length },
    random,
  };
  if (isClosedForm) parameters = principalAutoencoder(table, config.codeDim, random);
  if (pretrainingEpochs > 0) {
    const pretrained = pretrain(fit, pretrainingEpochs);
    parameters = pretrained.parameters;
    history.pretraining = pretrained.curves.map((curve) => [...curve]);
  }

  // A rate of 0 leaves the parameters as they are: the epoch of a closed form only finds its losses.
  const epochs = fitEncoderDecoder({ ...fit, parameters });
  let divergence: string | undefined;
  for (let step = epochs.next(); ; step = epochs.next()) {
    if (step.done) {
      ({ parameters, divergence } = step.value);
      break;
    }
    const { epoch, ...losses } = step.value;
    for (const curve of ['loss', 'data', 'divergence', 'validation'] as const)
      history[curve].push(losses[curve]);
    yield { epoch, numEpochs: training.numEpochs, loss: losses.loss };
  }

  return buildEncoderDecoderFolder({
    id,
    title,
    ownFields,
    dataset: {
      ...trainingDataOf(recipe.dataset, data),
      numValidationImages: recipe.dataset.numValidationImages,
    },
    config,
    parameters,
    history,
    divergence,
    training: data,
    validation,
    provenance,
  });
}
