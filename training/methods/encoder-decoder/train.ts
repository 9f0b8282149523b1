/**
 * The training loop of an encoder with its decoder, from images to parameters. A generator function: it yields after each epoch, so the
 * caller reports, pauses or stops where it likes. A run that diverges ends with what it was after its last whole epoch.
 */
import type { Architecture } from '../../../src/networks/encoder-decoder/architecture.ts';
import { inputLength } from '../../../src/networks/layers/layer.ts';
import type { NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { normalArray, type Random } from '../../../src/numerics/random.ts';
import { imageBatches, type ImageTable } from '../../data/image-batches.ts';
import { createTrainer, type Batch, type Objective, type StepLosses, type Trainer } from './train-step.ts';

export interface FitInput {
  readonly architecture: Architecture;
  readonly gaussianCode: boolean;
  readonly objective: Objective;
  readonly parameters: NamedParameters;
  readonly numEpochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly rateDecays: boolean;
  readonly training: ImageTable;
  readonly validation: ImageTable;
  /** What the encoder gets of a batch; the images themselves unless said. */
  readonly prepare?: (images: Float32Array) => Float32Array;
  readonly random: Random;
}

/** Means over images. */
export interface FitEpoch extends StepLosses {
  /** From 1. */
  readonly epoch: number;
  /** The loss on the validation images after the epoch. */
  readonly validation: number;
}

export interface Fitted {
  readonly parameters: NamedParameters;
  /** Why training ended before its last epoch. */
  readonly divergence?: string;
}

export function* fitEncoderDecoder(input: FitInput): Generator<FitEpoch, Fitted> {
  const { training, validation, numEpochs, batchSize, learningRate, rateDecays, random } = input;
  const { prepare = (images: Float32Array) => images } = input;
  const trainer = createTrainer(input);
  const shuffle = random.fork('shuffle');
  const noise = random.fork('noise');
  const dim = inputLength(input.architecture.decoder[0]);
  const batchOf = (pixels: Float32Array, draws: Random): Batch => {
    const images = prepare(pixels);
    if (!input.gaussianCode) return { images };
    return { images, noise: normalArray(draws, (pixels.length / training.length) * dim, 1) };
  };
  const numSteps = numEpochs * Math.ceil(training.images.length / training.length / batchSize);
  let step = 0;
  let parameters = trainer.parameters();
  for (let epoch = 1; epoch <= numEpochs; epoch++) {
    const means = createMeans();
    for (const pixels of imageBatches(training, batchSize, shuffle)) {
      const losses = trainer.computeGradients(batchOf(pixels, noise));
      if (!Number.isFinite(losses.loss)) {
        const divergence = `Training diverged at step ${step + 1} (epoch ${epoch}): the loss is ${losses.loss}. This is the run after epoch ${epoch - 1}.`;
        return { parameters, divergence };
      }
      means.add(losses, pixels.length);
      trainer.update(rateDecays ? learningRate * (1 - step / numSteps) : learningRate);
      step++;
    }
    // The same draws after every epoch, so that epochs compare.
    const draws = random.fork('validation');
    const checked = meanLosses(trainer, validation, batchSize, (pixels) => batchOf(pixels, draws));
    const after = trainer.parameters();
    if (!Number.isFinite(checked.loss)) {
      const divergence = `Training diverged in epoch ${epoch}: the validation loss is ${checked.loss}. This is the run after epoch ${epoch - 1}.`;
      return { parameters, divergence };
    }
    parameters = after;
    yield { epoch, ...means.value(), validation: checked.loss };
  }
  return { parameters };
}

function meanLosses(
  trainer: Trainer,
  table: ImageTable,
  batchSize: number,
  batchOf: (pixels: Float32Array) => Batch,
): StepLosses {
  const means = createMeans();
  for (const pixels of imageBatches(table, batchSize)) {
    means.add(trainer.computeLosses(batchOf(pixels)), pixels.length);
  }
  return means.value();
}

/** Means of losses, each batch counted by its size. */
function createMeans() {
  const sums = { loss: 0, data: 0, divergence: 0 };
  let total = 0;
  return {
    add(losses: StepLosses, size: number): void {
      sums.loss += losses.loss * size;
      sums.data += losses.data * size;
      sums.divergence += losses.divergence * size;
      total += size;
    },
    value: (): StepLosses => ({
      loss: sums.loss / total,
      data: sums.data / total,
      divergence: sums.divergence / total,
    }),
  };
}
