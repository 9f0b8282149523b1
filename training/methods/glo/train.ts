/**
 * The training loop of GLO, from data to a trained model. Runs in Node and in a web worker; the caller has started the wasm
 * backend. A generator function: it yields after each epoch, so the caller reports, pauses or stops where it likes.
 */
import type { TrainingConfig } from '../../../src/contract/families/glo.ts';
import type { AuxiliaryClassifier } from '../../../src/networks/classifier/auxiliary-classifier.ts';
import type { GeneratorConfig } from '../../../src/networks/generator/generator.ts';
import { rootMeanSquare } from '../../../src/numerics/arrays.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { epochBatches } from './batches.ts';
import { otherClasses } from './guidance.ts';
import { lossNeedsAuxiliaryClassifier, requireAuxiliaryClassifier } from './loss.ts';
import { stepFor } from './mistakes.ts';
import { initializeModel, type GloModel } from './model.ts';
import { createStyleLoss } from './style.ts';
import { createOptimizer } from './train-step.ts';
import { createWhitener } from './whitening.ts';
import { toPhases } from '../../../src/networks/blocks/pixel-phases.ts';

export interface TrainInput {
  readonly dims: GeneratorConfig;
  readonly config: TrainingConfig;
  /** [numImages × numbers of an image] bytes. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly numClasses: number;
  /** Frozen; for the perceptual loss and for guidance. The caller disposes of it. */
  readonly auxiliaryClassifier?: AuxiliaryClassifier | undefined;
  /** Frozen, reads the style where guidance asks for it: the auxiliary classifier or another. The caller disposes of it. */
  readonly styleNetwork?: AuxiliaryClassifier | undefined;
}

/** Means over the epoch's images, in training mode (with noise and batch statistics). */
export interface Epoch {
  /** From 1. */
  readonly epoch: number;
  /** The reconstruction loss and the weighted decay. Guidance is not in it, so that curves compare with those of plain runs. */
  readonly loss: number;
  readonly l1: number;
  readonly l2: number;
  /** Root mean square of all content codes after the epoch. */
  readonly contentCodeRms: number;
  /** The model as the epoch left it; the next one changes it in place, beginning with the whitening. */
  readonly model: GloModel;
}

export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
}

/**
 * @throws DivergenceError naming the step and the loss when a loss is not finite; Error when the config wants an auxiliary classifier and
 * none is given, or style and no network to read it.
 */
export function* trainGlo(input: TrainInput): Generator<Epoch, GloModel> {
  const { dims, config, labels, numClasses, auxiliaryClassifier, styleNetwork } = input;
  const { guidance } = config;
  if (lossNeedsAuxiliaryClassifier(config.loss)) {
    requireAuxiliaryClassifier(auxiliaryClassifier, `The ${config.loss} loss`);
  }
  if (guidance) requireAuxiliaryClassifier(auxiliaryClassifier, 'Guidance');
  const random = createRandom(config.seed);
  const numImages = labels.length;
  const model = initializeModel({ dims, numClasses, numImages, codeInitStd: config.codeInitStd }, random);
  const optimizer = createOptimizer(model, config.learningRates);
  const styleLoss = guidance?.style
    ? createStyleLoss({
        network: requireAuxiliaryClassifier(styleNetwork, 'Style'),
        images: Float32Array.from(input.images, (byte) => byte / 255),
        labels,
        numClasses,
      })
    : undefined;
  const source = {
    targets: toPhases(dims, input.images).map((byte) => byte / 255),
    labels,
    batchSize: config.batchSize,
    contentDim: dims.contentDim,
    noiseStd: config.contentNoiseStd,
    shuffle: random.fork('shuffle'),
    noise: random.fork('noise'),
  };
  const transferred = random.fork('guidance');
  const trainStep = stepFor(config);
  const whiten = createWhitener({ ...source, ...config, numClasses });

  let step = 0;
  for (let epoch = 1; epoch <= config.numEpochs; epoch++) {
    const totals = { loss: 0, l1: 0, l2: 0 };
    // Before each epoch but the last: so the initial codes are whitened, and those of the last two epochs are left to settle.
    if (epoch === 1 || epoch < config.numEpochs) whiten?.(model.contentCodes);
    for (const plain of epochBatches(source)) {
      const isGuided = guidance !== null && epoch >= guidance.fromEpoch;
      const transferLabels = isGuided ? otherClasses(plain.labels, numClasses, transferred) : undefined;
      const batch = { ...plain, transferLabels };
      step++;
      const losses = trainStep({ model, optimizer, batch, config, auxiliaryClassifier, styleLoss });
      if (!Number.isFinite(losses.loss)) throw diverged(`at step ${step}`, epoch, losses.loss);
      const weight = batch.images.length / numImages;
      totals.loss += losses.loss * weight;
      totals.l1 += losses.l1 * weight;
      totals.l2 += losses.l2 * weight;
    }
    if (!isFiniteModel(model)) throw diverged(`by step ${step}`, epoch, totals.loss);
    yield { epoch, ...totals, contentCodeRms: rootMeanSquare(model.contentCodes), model };
  }
  return model;
}

const diverged = (when: string, epoch: number, loss: number): DivergenceError =>
  new DivergenceError(
    `Training diverged ${when} (epoch ${epoch}): the loss is ${loss}, and not all weights are numbers. ` +
      'Lower the learning rates or the noise.',
  );

/** A network can hide a broken weight behind a ReLU, so the loss alone does not tell. */
const isFiniteModel = ({ parameters, classCodes, contentCodes }: GloModel): boolean =>
  [...Object.values(parameters), classCodes, contentCodes].every((values) => values.every(Number.isFinite));
