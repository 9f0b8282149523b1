/**
 * The training loop of GLO, from data to a trained model. Runs in Node and in a web worker; the caller has started the wasm
 * backend. Generator functions: they yield after each epoch, or after each step, so the caller reports, pauses or stops where it likes.
 */
import type { TrainingConfig } from '../../../src/contract/families/glo.ts';
import type { AuxiliaryClassifier } from '../../../src/networks/classifier/auxiliary-classifier.ts';
import type { GeneratorConfig } from '../../../src/networks/generator/generator.ts';
import { rootMeanSquare } from '../../../src/numerics/arrays.ts';
import { randomFrom } from '../../../src/numerics/random.ts';
import { withScratch } from '../../../src/numerics/scratch.ts';
import { batchesOf } from './batches.ts';
import { otherClasses } from './guidance.ts';
import { lossNeedsAuxiliaryClassifier, requireAuxiliaryClassifier } from './loss.ts';
import { stepFor } from './mistakes.ts';
import type { GloModel } from './model.ts';
import { noLosses, startRun, type EpochLosses, type GloRun } from './run.ts';
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
export interface Epoch extends EpochLosses {
  /** From 1. */
  readonly epoch: number;
  /** Root mean square of all content codes after the epoch. */
  readonly contentCodeRms: number;
  /** The model as the epoch left it; the next one changes it in place, beginning with the whitening. */
  readonly model: GloModel;
}

export interface Step {
  /** From 1, over all epochs. */
  readonly step: number;
  /** Of its batch. */
  readonly loss: number;
  /** After the last step of an epoch. */
  readonly ended?: Epoch | undefined;
}

export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
}

/**
 * @throws DivergenceError naming the step and the loss when a loss is not finite; Error when the config wants an auxiliary classifier and
 * none is given, or style and no network to read it.
 */
export function* trainGlo(input: TrainInput): Generator<Epoch, GloModel> {
  const run = startRun({ ...input, numImages: input.labels.length });
  for (const { ended } of trainSteps(input, run)) if (ended) yield ended;
  return run.model;
}

/** From where the run is, also within an epoch, to the end of the last; changes the run in place. @throws as trainGlo does. */
export function* trainSteps(input: TrainInput, run: GloRun): Generator<Step, void> {
  const { dims, config, labels, numClasses, auxiliaryClassifier, styleNetwork } = input;
  const { guidance } = config;
  if (lossNeedsAuxiliaryClassifier(config.loss)) {
    requireAuxiliaryClassifier(auxiliaryClassifier, `The ${config.loss} loss`);
  }
  if (guidance) requireAuxiliaryClassifier(auxiliaryClassifier, 'Guidance');
  const { model, random } = run;
  const numImages = labels.length;
  const optimizer = createOptimizer(model, config.learningRates, run.moments);
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
    noise: randomFrom(random.noise),
  };
  const shuffle = randomFrom(random.shuffle);
  const transferred = randomFrom(random.guidance);
  const trainStep = stepFor(config);
  const whiten = createWhitener({ ...source, ...config, numClasses });

  while (run.epoch <= config.numEpochs) {
    const { epoch } = run;
    if (run.numSeen === 0) {
      // Before each epoch but the last: so the initial codes are whitened, and those of the last two epochs are left to settle.
      if (epoch === 1 || epoch < config.numEpochs) whiten?.(model.contentCodes);
      run.order = shuffle.permutation(numImages);
      run.totals = noLosses;
    }
    for (const plain of batchesOf(source, run.order.subarray(run.numSeen))) {
      const isGuided = guidance !== null && epoch >= guidance.fromEpoch;
      const transferLabels = isGuided ? otherClasses(plain.labels, numClasses, transferred) : undefined;
      const batch = { ...plain, transferLabels };
      const step = ++run.numSteps;
      const losses = withScratch(() =>
        trainStep({ model, optimizer, batch, config, auxiliaryClassifier, styleLoss }),
      );
      if (!Number.isFinite(losses.loss)) throw diverged(`at step ${step}`, epoch, losses.loss);
      run.numSeen += batch.images.length;
      const weight = batch.images.length / numImages;
      run.totals = {
        loss: run.totals.loss + losses.loss * weight,
        l1: run.totals.l1 + losses.l1 * weight,
        l2: run.totals.l2 + losses.l2 * weight,
      };
      const { loss } = losses;
      if (run.numSeen < numImages) yield { step, loss };
      else yield { step, loss, ended: endEpoch(run) };
    }
  }
}

/** @throws DivergenceError when the model holds what is no number. */
function endEpoch(run: GloRun): Epoch {
  const { model, epoch, totals } = run;
  if (!isFiniteModel(model)) throw diverged(`by step ${run.numSteps}`, epoch, totals.loss);
  run.epoch++;
  run.numSeen = 0;
  return { epoch, ...totals, contentCodeRms: rootMeanSquare(model.contentCodes), model };
}

const diverged = (when: string, epoch: number, loss: number): DivergenceError =>
  new DivergenceError(
    `Training diverged ${when} (epoch ${epoch}): the loss is ${loss}, and not all weights are numbers. ` +
      'Lower the learning rates or the noise.',
  );

/** A network can hide a broken weight behind a ReLU, so the loss alone does not tell. */
const isFiniteModel = ({ parameters, classCodes, contentCodes }: GloModel): boolean =>
  [...Object.values(parameters), classCodes, contentCodes].every((values) => values.every(Number.isFinite));
