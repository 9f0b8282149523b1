/**
 * One VAE in training in the page: the trainer's own steps, with the batches, draws and rate of training/methods/encoder-decoder/train.ts, which yields
 * epochs where a page needs steps. Knows no clock and no message; session.ts drives it.
 */
import { imageBatches, type ImageTable } from '../../../../training/data/image-batches.ts';
import { createTrainer, type StepLosses } from '../../../../training/methods/encoder-decoder/train-step.ts';
import { imageLength } from '../../../networks/blocks/image-shape.ts';
import { architectureOf, type EncoderDecoderConfig } from '../../../networks/encoder-decoder/architecture.ts';
import { initializeLayers, type NamedParameters } from '../../../networks/layers/parameters.ts';
import { createRandom, normalArray, type Random } from '../../../numerics/random.ts';
import type { EncoderTrainingSettings } from '../../encoder-trainer-protocol.ts';
import { configOf, optimizer, weightedObjective } from './experiment.ts';

export interface VaeRun {
  readonly config: EncoderDecoderConfig;
  readonly numSteps: number;
  /** Whole epochs done. */
  readonly epoch: number;
  readonly divergenceWeight: number;
  /** When the loss is no number, the parameters stay as they were, and no later step can mend them. */
  step(): StepLosses;
  /** Adam's averages begin anew with it: a trainer takes its objective once. */
  setWeight(divergenceWeight: number): void;
  parameters(): NamedParameters;
}

/** `images`: intensity in 0..255. @throws WebAssembly.CompileError where WebAssembly has no 128-bit vectors. */
export function createVaeRun(images: Uint8Array, settings: EncoderTrainingSettings): VaeRun {
  const config = configOf(settings);
  const length = imageLength(config);
  const architecture = architectureOf(config);
  const { batchSize, learningRate } = optimizer;
  const random = createRandom(settings.seed);
  const trainerOf = (parameters: NamedParameters) =>
    createTrainer({
      architecture,
      gaussianCode: true,
      objective: weightedObjective(config, divergenceWeight),
      parameters,
      batchSize,
    });

  let { divergenceWeight } = settings;
  let numSteps = 0;
  let trainer = trainerOf(initializeLayers([...architecture.encoder, ...architecture.decoder], random));
  const batches = endlessBatches({ images, length }, batchSize, random.fork('shuffle'));
  const noise = random.fork('noise');
  const stepsPerEpoch = Math.ceil(images.length / length / batchSize);

  return {
    config,
    get numSteps() {
      return numSteps;
    },
    get epoch() {
      return Math.floor(numSteps / stepsPerEpoch);
    },
    get divergenceWeight() {
      return divergenceWeight;
    },
    step() {
      const { value: pixels } = batches.next();
      const draws = normalArray(noise, (pixels.length / length) * config.codeDim, 1);
      const losses = trainer.computeGradients({ images: pixels, noise: draws });
      if (!Number.isFinite(losses.loss)) return losses;
      trainer.update(learningRate);
      numSteps++;
      return losses;
    },
    setWeight(weight) {
      if (weight === divergenceWeight) return;
      divergenceWeight = weight;
      trainer = trainerOf(trainer.parameters());
    },
    parameters: () => trainer.parameters(),
  };
}

function* endlessBatches(
  table: ImageTable,
  batchSize: number,
  shuffle: Random,
): Generator<Float32Array, never> {
  for (;;) yield* imageBatches(table, batchSize, shuffle);
}
