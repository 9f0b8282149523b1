/**
 * The training loop of a digit classifier, from data to parameters. The caller has started the wasm backend. A generator
 * function, as training/methods/glo/train.ts is.
 */
import type { ClassifierTraining } from '../../../src/contract/families/classifier.ts';
import {
  byClassifierName,
  classifierParameterNames,
  initializeClassifier,
  type ClassifierConfig,
  type ClassifierParameters,
} from '../../../src/networks/classifier/parameters.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { createAdam } from '../../../src/numerics/adam.ts';
import { labelledBatches } from './batches.ts';
import { classifierGradients } from './train-step.ts';

export interface ClassifierTrainInput {
  readonly config: ClassifierConfig;
  readonly training: ClassifierTraining;
  /** [numImages × numbers of an image] bytes. */
  readonly images: Uint8Array;
  /** [numImages], from 0 on. */
  readonly labels: Uint8Array;
}

/** Means over the epoch's images, moved as they were and each before its batch's step. */
export interface ClassifierEpoch {
  /** From 1. */
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
  /** As they are now; later epochs change them in place. */
  readonly parameters: ClassifierParameters;
}

/** The share of a run in which the learning rate rises from 0 to its highest; then it falls to 0 along a cosine. */
const warmUp = 0.1;

/** @throws Error naming the step and the loss when a loss or a weight is not finite. */
export function* fitClassifier({
  config,
  training,
  images,
  labels,
}: ClassifierTrainInput): Generator<ClassifierEpoch, ClassifierParameters> {
  const { batchSize, numEpochs, learningRate, maxShift } = training;
  const random = createRandom(training.seed);
  const parameters = initializeClassifier(config, random.fork('classifier'));
  const adams = byClassifierName((name) => createAdam(parameters[name].length, learningRate));
  const shuffle = random.fork('shuffle');
  const shift = random.fork('shift');
  const numSteps = numEpochs * Math.ceil(labels.length / batchSize);

  let step = 0;
  for (let epoch = 1; epoch <= numEpochs; epoch++) {
    let loss = 0;
    let numCorrect = 0;
    for (const batch of labelledBatches({
      shape: config,
      images,
      labels,
      batchSize,
      maxShift,
      shuffle,
      shift,
    })) {
      const found = classifierGradients(config, parameters, batch);
      const rate = learningRate * rateShape(++step / numSteps);
      for (const name of classifierParameterNames) {
        adams[name].update(parameters[name], found.gradients[name], rate);
      }
      if (!Number.isFinite(found.loss)) throw diverged(step, epoch, found.loss);
      loss += found.loss * batch.labels.length;
      numCorrect += found.numCorrect;
    }
    // A network can hide a broken weight behind a ReLU, so the loss alone does not tell.
    const finite = Object.values(parameters).every((values) => values.every(Number.isFinite));
    if (!finite) throw diverged(step, epoch, loss / labels.length);
    yield { epoch, loss: loss / labels.length, accuracy: numCorrect / labels.length, parameters };
  }
  return parameters;
}

const diverged = (step: number, epoch: number, loss: number): Error =>
  new Error(
    `Training a classifier diverged by step ${step} (epoch ${epoch}): the loss is ${loss}, and not all weights are numbers. ` +
      'Lower the learning rate.',
  );

/** Progress in (0, 1] → share of the highest learning rate. */
export const rateShape = (progress: number): number =>
  progress < warmUp ? progress / warmUp : (1 + Math.cos((Math.PI * (progress - warmUp)) / (1 - warmUp))) / 2;
