/**
 * Mistakes of public versions of the exercise, to be made on purpose and looked at. Each is the right step of train-step.ts with
 * one thing changed on its way in: the noise, or what the optimizer of the codes does. Two come after training, which they leave as
 * it is: later-mistakes.ts. Nothing else in the trainer knows of them.
 */
import type { MistakeName, TrainingConfig } from '../../../src/contract/families/glo.ts';
import { createAdam, type Adam } from '../../../src/numerics/adam.ts';
import { trainStep, type StepInput, type StepLosses } from './train-step.ts';

export type Step = (input: StepInput) => StepLosses;

/** Large beside the codes' own gradients of about 1e-4: Adam follows the decay, and the codes shrink a learning rate a step. */
export const coupledDecay = 1e-2;
/** On (Σ |code|)² over the batch; at the start of the exercise recipe, 32 × 25 codes from N(0, 1), the penalty is 0.4. */
export const batchNormPenalty = 1e-6;

/** The step of a run: the right one, or a mistaken one with a memory of its own. */
export const stepFor = (config: Pick<TrainingConfig, 'mistake' | 'learningRates' | 'batchSize'>): Step =>
  config.mistake === null ? trainStep : mistakenSteps[config.mistake](config);

type MakeStep = (config: Pick<TrainingConfig, 'learningRates' | 'batchSize'>) => Step;

const mistakenSteps: Readonly<Record<MistakeName, MakeStep>> = {
  /** One noise vector is drawn for the whole batch, so every image of it is moved the same way. */
  'shared-noise': () => (input) => {
    const { batch, model } = input;
    const first = batch.noise.subarray(0, model.dims.contentDim);
    const noise = batch.noise.map((_, i) => first[i % first.length]);
    return trainStep({ ...input, batch: { ...batch, noise } });
  },

  /** The gradients of both tables of codes are never zeroed: each step follows the sum of all since the start. */
  'accumulated-gradients': () => {
    const sums = new Map<Adam, Float32Array>();
    const accumulating = (adam: Adam): Adam => ({
      update(values, gradient) {
        const sum = sums.get(adam) ?? new Float32Array(gradient.length);
        sums.set(adam, sum);
        gradient.forEach((value, i) => (sum[i] += value));
        adam.update(values, sum);
      },
    });
    return withCodeOptimizers(accumulating);
  },

  /** The codes are copied out of their tables and the copies are trained, so neither table ever learns. */
  'copied-codes': () => withCodeOptimizers(() => ({ update: () => undefined })),

  /** The noise is written back into the stored content code, which so walks at random, a step an epoch. */
  'stored-noise': () => (input) => {
    const { batch, model } = input;
    const { contentDim } = model.dims;
    batch.images.forEach((image, i) => {
      for (let j = 0; j < contentDim; j++) {
        model.contentCodes[image * contentDim + j] += batch.noise[i * contentDim + j];
      }
    });
    return trainStep({ ...input, batch: { ...batch, noise: new Float32Array(batch.noise.length) } });
  },

  /** Adam’s moments of the content codes belong to the place in the batch, so each image goes on with those of another. */
  'slot-moments': ({ learningRates, batchSize }) => {
    let slots: Adam | undefined;
    return (input) => {
      const { contentDim } = input.model.dims;
      const adam = (slots ??= createAdam(batchSize * contentDim, learningRates.contentCodes));
      return trainStep({
        ...input,
        optimizer: {
          ...input.optimizer,
          contentCodes: {
            update(table, gradient) {
              const places = batchPlaces(input.batch.images, contentDim);
              const [codes, gradients] = [
                new Float32Array(batchSize * contentDim),
                new Float32Array(batchSize * contentDim),
              ];
              places.forEach((place, i) => {
                codes[i] = table[place];
                gradients[i] = gradient[place]; // zero in the slots that a last, smaller batch leaves empty
              });
              adam.update(codes, gradients);
              places.forEach((place, i) => (table[place] = codes[i]));
            },
          },
        },
      });
    };
  },

  /** Weight decay is added to the gradients of the codes before Adam, which scales it up and shrinks them to nothing. */
  'coupled-decay': () =>
    withCodeOptimizers((adam) => ({
      update(values, gradient) {
        const decayed = gradient.map((value, i) => value + coupledDecay * values[i]);
        adam.update(values, decayed);
      },
    })),

  /** The loss has a multiple of the square of the L1 norm of all content codes of the batch together. */
  'batch-norm-penalty': () => (input) => {
    const { model, batch, optimizer } = input;
    const places = batchPlaces(batch.images, model.dims.contentDim);
    const norm = places.reduce((sum, place) => sum + Math.abs(model.contentCodes[place]), 0);
    const losses = trainStep({
      ...input,
      optimizer: {
        ...optimizer,
        contentCodes: {
          update(table, gradient) {
            const penalized = gradient.slice();
            for (const place of places) {
              penalized[place] += 2 * batchNormPenalty * norm * Math.sign(table[place]);
            }
            optimizer.contentCodes.update(table, penalized);
          },
        },
      },
    });
    return { ...losses, loss: losses.loss + batchNormPenalty * norm * norm };
  },

  'batch-of-one': () => trainStep,
  'statistics-axis': () => trainStep,
};

/** The right step, with the optimizers of both tables of codes changed. */
const withCodeOptimizers =
  (change: (adam: Adam) => Adam): Step =>
  (input) => {
    const { optimizer } = input;
    return trainStep({
      ...input,
      optimizer: {
        ...optimizer,
        classCodes: change(optimizer.classCodes),
        contentCodes: change(optimizer.contentCodes),
      },
    });
  };

/** Where the batch's content codes lie in their table, number by number, [n × contentDim]. */
const batchPlaces = (images: Uint32Array, contentDim: number): number[] =>
  Array.from(images).flatMap((image) => Array.from({ length: contentDim }, (_, j) => image * contentDim + j));
