/** Each mistake does what it says, and only that. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type MistakeName,
  type TrainingConfig,
  mistakeNames,
} from '../../../../src/contract/families/glo.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { createAdam } from '../../../../src/numerics/adam.ts';
import { type Batch, epochBatches } from '../../../../training/methods/glo/batches.ts';
import { batchNormPenalty, coupledDecay, stepFor } from '../../../../training/methods/glo/mistakes.ts';
import { initializeModel, type GloModel } from '../../../../training/methods/glo/model.ts';
import { trainGlo } from '../../../../training/methods/glo/train.ts';
import {
  computeGradients,
  createOptimizer,
  trainStep,
  type StepLosses,
} from '../../../../training/methods/glo/train-step.ts';
import { exerciseTraining } from '../../../support/training-config.ts';
import { digitShape } from '../../../support/digit-shape.ts';
import { toPhases } from '../../../../src/networks/blocks/pixel-phases.ts';

const dims = { classDim: 5, contentDim: 7, ...digitShape };
const numImages = 40;
const batchSize = 16;
const strokes = makeStrokes({ seed: 'mistakes tests', numImages });
const config: TrainingConfig = { ...exerciseTraining, seed: 3, numEpochs: 1, batchSize };
/** 16, 16 and 8 images. */
const batches: Batch[] = [
  ...epochBatches({
    targets: toPhases(digitShape, strokes.images).map((byte) => byte / 255),
    labels: strokes.labels,
    batchSize,
    contentDim: dims.contentDim,
    noiseStd: 0.3,
    shuffle: createRandom('shuffle'),
    noise: createRandom('noise'),
  }),
];
const freshModel = (): GloModel =>
  initializeModel({ dims, numClasses: 10, numImages, codeInitStd: 1 }, createRandom(1));

/** The model and the last losses after some steps, and each step's gradients as the right step would take them. */
function after(mistake: MistakeName | null, steps: readonly Batch[]) {
  const model = freshModel();
  const optimizer = createOptimizer(model, config.learningRates);
  const step = stepFor({ ...config, mistake });
  const losses: StepLosses[] = [];
  const gradients = steps.map((batch) => {
    const right = computeGradients(model, batch, config).gradients;
    losses.push(step({ model, optimizer, batch, config }));
    return right;
  });
  return { model, losses, gradients };
}
const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
/** What Adam makes of gradients in turn, from the start of a table. */
const adamOn = (start: Float32Array, gradients: readonly Float32Array[]) => {
  const values = start.slice();
  const adam = createAdam(values.length, 1e-3);
  for (const gradient of gradients) adam.update(values, gradient);
  return values;
};

/** Made after training: later-mistakes.test.ts. */
const later: ReadonlySet<MistakeName> = new Set(['batch-of-one', 'statistics-axis']);

beforeAll(() => startWasmBackend());

describe('every mistake', () => {
  it.each(mistakeNames)(
    'runs, changes the codes unless it comes after training, gives the same bytes again and leaves no tensor behind: %s',
    (mistake) => {
      const last = (name: MistakeName | null) =>
        structuredClone(
          [
            ...trainGlo({
              dims,
              config: { ...config, mistake: name },
              images: strokes.images,
              labels: strokes.labels,
              numClasses: 10,
            }),
          ][0],
        );
      const before = memory().numTensors;
      const run = last(mistake);
      expect(memory().numTensors).toBe(before);
      expect(last(mistake)).toEqual(run);
      const right = last(null);
      if (later.has(mistake)) expect(run).toEqual(right);
      else expect(run.model.contentCodes).not.toEqual(right.model.contentCodes);
    },
  );

  it('is only made when asked for', () => {
    expect(stepFor(config)).toBe(trainStep);
  });
});

describe('shared noise', () => {
  it('is the right step with the first image’s noise for all', () => {
    const [batch] = batches;
    const first = batch.noise.slice(0, dims.contentDim);
    const same = { ...batch, noise: batch.noise.map((_, i) => first[i % first.length]) };
    expect(after('shared-noise', [batch]).model).toEqual(after(null, [same]).model);
  });
});

describe('accumulated gradients', () => {
  it('make each step follow the sum of all so far in both tables, and leave the generator’s alone', () => {
    const { model, gradients } = after('accumulated-gradients', batches.slice(0, 2));
    const [one, two] = gradients;
    const sum = (a: Float32Array, b: Float32Array) => a.map((value, i) => value + b[i]);
    const start = freshModel();
    expect(model.contentCodes).toEqual(
      adamOn(start.contentCodes, [one.contentCodes, sum(one.contentCodes, two.contentCodes)]),
    );
    expect(model.classCodes).toEqual(
      adamOn(start.classCodes, [one.classCodes, sum(one.classCodes, two.classCodes)]),
    );
    const bias = 'dense3.bias';
    expect(model.parameters[bias]).toEqual(
      adamOn(start.parameters[bias], [one.parameters[bias], two.parameters[bias]]),
    );
  });
});

describe('copied codes', () => {
  it('never learn, while the generator does as in the right step', () => {
    const { model } = after('copied-codes', batches.slice(0, 1));
    expect(model.contentCodes).toEqual(freshModel().contentCodes);
    expect(model.classCodes).toEqual(freshModel().classCodes);
    expect(model.parameters).toEqual(after(null, batches.slice(0, 1)).model.parameters);
  });
});

describe('stored noise', () => {
  it('stays in the code, beside the right step', () => {
    const [batch] = batches;
    const [wrong, right] = [after('stored-noise', [batch]), after(null, [batch])];
    expect(wrong.losses).toEqual(right.losses);
    expect(wrong.model.parameters).toEqual(right.model.parameters);
    batch.images.forEach((image, i) => {
      for (let j = 0; j < dims.contentDim; j++) {
        const at = image * dims.contentDim + j;
        expect(wrong.model.contentCodes[at] - right.model.contentCodes[at]).toBeCloseTo(
          batch.noise[i * dims.contentDim + j],
          5,
        );
      }
    });
  });
});

describe('moments by slot', () => {
  it('agree with the right ones in the first step, and then give one image the momentum of another', () => {
    const [batch] = batches;
    expect(after('slot-moments', [batch]).model).toEqual(after(null, [batch]).model);
    const { model, gradients } = after('slot-moments', batches);
    // Slot 3 held three images in turn. Its moments went from one to the next, each code moved once, by what they were then.
    const slot = 3 * dims.contentDim;
    const moments = createAdam(1, 1e-3);
    batches.forEach(({ images }, step) => {
      const at = images[3] * dims.contentDim;
      const value = Float32Array.of(freshModel().contentCodes[at]);
      moments.update(value, Float32Array.of(gradients[step].contentCodes[at]));
      expect(model.contentCodes[at], `step ${step}, slot ${slot}`).toBe(value[0]);
    });
  });

  it('are for contents only', () => {
    const [one, two] = after('slot-moments', batches.slice(0, 2)).gradients;
    expect(after('slot-moments', batches.slice(0, 2)).model.classCodes).toEqual(
      adamOn(freshModel().classCodes, [one.classCodes, two.classCodes]),
    );
  });
});

describe('coupled decay', () => {
  it('adds the weighted codes to their gradients, in both tables, before Adam', () => {
    const { model, gradients } = after('coupled-decay', batches.slice(0, 1));
    const start = freshModel();
    const decayed = (gradient: Float32Array, codes: Float32Array) =>
      gradient.map((slope, i) => slope + coupledDecay * codes[i]);
    expect(model.contentCodes).toEqual(
      adamOn(start.contentCodes, [decayed(gradients[0].contentCodes, start.contentCodes)]),
    );
    expect(model.classCodes).toEqual(
      adamOn(start.classCodes, [decayed(gradients[0].classCodes, start.classCodes)]),
    );
    expect(model.parameters).toEqual(after(null, batches.slice(0, 1)).model.parameters);
  });
});

describe('the penalty on the whole batch’s norm', () => {
  it('adds its value to the loss and its gradient to the contents of the batch', () => {
    const [batch] = batches;
    const { model, losses, gradients } = after('batch-norm-penalty', [batch]);
    const start = freshModel();
    const places = Array.from(batch.images).flatMap((image) =>
      Array.from({ length: dims.contentDim }, (_, j) => image * dims.contentDim + j),
    );
    const norm = places.reduce((sum, place) => sum + Math.abs(start.contentCodes[place]), 0);
    const right = after(null, [batch]);
    expect(losses[0].loss - right.losses[0].loss).toBeCloseTo(batchNormPenalty * norm ** 2, 8);
    const penalized = gradients[0].contentCodes.slice();
    for (const place of places)
      penalized[place] += 2 * batchNormPenalty * norm * Math.sign(start.contentCodes[place]);
    expect(largestDifference(model.contentCodes, adamOn(start.contentCodes, [penalized]))).toBeLessThan(1e-7);
    expect(model.classCodes).toEqual(right.model.classCodes);
    expect(model.parameters).toEqual(right.model.parameters);
  });
});
