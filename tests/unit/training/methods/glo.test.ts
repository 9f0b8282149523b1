/** What public versions of the exercise got wrong, each held to the right behaviour, and what every run must keep. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainingConfig } from '../../../../src/contract/families/glo.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { createAdam } from '../../../../src/numerics/adam.ts';
import { type Batch, epochBatches } from '../../../../training/methods/glo/batches.ts';
import { initializeModel, type GloModel } from '../../../../training/methods/glo/model.ts';
import { DivergenceError, trainGlo, type TrainInput } from '../../../../training/methods/glo/train.ts';
import { computeGradients, createOptimizer, trainStep } from '../../../../training/methods/glo/train-step.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { exerciseTraining } from '../../../support/training-config.ts';
import { digitShape } from '../../../support/digit-shape.ts';
import { toPhases } from '../../../../src/networks/blocks/pixel-phases.ts';

const dims = { classDim: 5, contentDim: 7, ...digitShape };
const numImages = 40;
const strokes = makeStrokes({ seed: 'glo tests', numImages });
const config = { ...exerciseTraining, seed: 3, batchSize: 16 };
const input: TrainInput = { dims, config, images: strokes.images, labels: strokes.labels, numClasses: 10 };

const freshModel = (): GloModel =>
  initializeModel({ dims, numClasses: 10, numImages, codeInitStd: 1 }, createRandom(1));
const batches = (noiseStd: number, batchSize = 16): Batch[] => [
  ...epochBatches({
    targets: toPhases(digitShape, strokes.images).map((byte) => byte / 255),
    labels: strokes.labels,
    batchSize,
    contentDim: dims.contentDim,
    noiseStd,
    shuffle: createRandom('shuffle'),
    noise: createRandom('noise'),
  }),
];
const lastOf = (run: TrainInput): GloModel => {
  const epochs = [...trainGlo(run)];
  return epochs[epochs.length - 1].model;
};
/** The same batch with its images in the opposite order. */
const reversed = ({ images, labels, targets, noise }: Batch): Batch => {
  const turned = (values: Float32Array, width: number) =>
    Float32Array.from(Array.from(images, (_, i) => row(values, images.length - 1 - i, width)).flat());
  return {
    images: images.toReversed(),
    labels: labels.toReversed(),
    targets: turned(targets, 784),
    noise: turned(noise, dims.contentDim),
  };
};
const row = (table: Float32Array, index: number, dim: number) =>
  Array.from(table.subarray(index * dim, (index + 1) * dim));

beforeAll(() => startWasmBackend());

describe('noise', () => {
  it('is drawn for each sample: no two rows of a batch share it', () => {
    const [{ noise, images }] = batches(0.3);
    const rows = Array.from(images, (_, i) => row(noise, i, dims.contentDim).join());
    expect(new Set(rows).size).toBe(images.length);
  });

  it('is drawn again in each batch and has the asked standard deviation', () => {
    const noise = batches(0.3, 10).flatMap((batch) => Array.from(batch.noise));
    expect(new Set(noise).size).toBe(noise.length);
    const std = Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / noise.length);
    expect(std).toBeGreaterThan(0.25);
    expect(std).toBeLessThan(0.35);
  });

  it('never reaches the stored codes: with learning rate zero they stay what they were', () => {
    const still = { generator: 1e-3, classCodes: 0, contentCodes: 0 };
    const model = lastOf({ ...input, config: { ...config, contentNoiseStd: 5, learningRates: still } });
    const start = initializeModel(
      { dims, numClasses: 10, numImages, codeInitStd: 1 },
      createRandom(config.seed),
    );
    expect(model.contentCodes).toEqual(start.contentCodes);
  });

  it('is on the content code only: gradients without it see exactly the stored codes', () => {
    const model = freshModel();
    const [quiet] = batches(0);
    const [loud] = batches(0.3);
    const a = computeGradients(model, quiet, config).losses.loss;
    const shifted = { ...model, contentCodes: model.contentCodes.slice() };
    loud.images.forEach((image, i) => {
      for (let j = 0; j < dims.contentDim; j++) {
        shifted.contentCodes[image * dims.contentDim + j] += loud.noise[i * dims.contentDim + j];
      }
    });
    expect(computeGradients(shifted, quiet, config).losses.loss).toBeCloseTo(
      computeGradients(model, loud, config).losses.loss,
      5,
    );
    expect(computeGradients(model, loud, config).losses.loss).not.toBeCloseTo(a, 5);
  });
});

describe('codes', () => {
  it('move in their own rows of the table: those of the batch at once, the others not before their turn', () => {
    const model = freshModel();
    const before = model.contentCodes.slice();
    const [batch] = batches(0.3);
    trainStep({ model, optimizer: createOptimizer(model, config.learningRates), batch, config });
    const inBatch = new Set(batch.images);
    for (let image = 0; image < numImages; image++) {
      const moved = row(model.contentCodes, image, dims.contentDim).some(
        (value, j) => value !== before[image * dims.contentDim + j],
      );
      expect(moved, `image ${image}`).toBe(inBatch.has(image));
    }
  });

  it('of a class gather the gradients of all its images in the batch', () => {
    const model = freshModel();
    const [batch] = batches(0);
    const { gradients } = computeGradients(model, batch, config);
    const present = new Set(batch.labels);
    for (let label = 0; label < 10; label++) {
      expect(row(gradients.classCodes, label, dims.classDim).some((value) => value !== 0)).toBe(
        present.has(label),
      );
    }
  });

  it('learn: training lowers the loss below what the generator reaches with frozen codes', () => {
    const long = {
      ...config,
      numEpochs: 30,
      contentNoiseStd: 0,
      learningRates: { generator: 1e-3, classCodes: 1e-2, contentCodes: 1e-2 },
    };
    const final = (run: TrainingConfig) => [...trainGlo({ ...input, config: run })].at(-1)?.loss ?? NaN;
    const frozen = { ...long, learningRates: { generator: 1e-3, classCodes: 0, contentCodes: 0 } };
    expect(final(long)).toBeLessThan(final(frozen));
  });
});

describe('Adam', () => {
  it('is dense: an image outside the batch keeps moving by its momentum, as PyTorch moves an embedding', () => {
    const model = freshModel();
    const optimizer = createOptimizer(model, config.learningRates);
    const [first, second] = batches(0);
    trainStep({ model, optimizer, batch: first, config });
    const absent = Array.from(first.images).find((image) => !second.images.includes(image)) ?? NaN;
    const before = row(model.contentCodes, absent, dims.contentDim);
    trainStep({ model, optimizer, batch: second, config });
    expect(row(model.contentCodes, absent, dims.contentDim)).not.toEqual(before);
  });

  it('keeps moments by image: the order of images inside a batch changes nothing but rounding', () => {
    const [first, second] = batches(0);
    const run = (reorder: (batch: Batch) => Batch) => {
      const model = freshModel();
      const optimizer = createOptimizer(model, config.learningRates);
      for (const batch of [first, second]) trainStep({ model, optimizer, batch: reorder(batch), config });
      return model.contentCodes;
    };
    const straight = run((batch) => batch);
    const backward = run(reversed);
    const largest = Math.max(...straight.map((value, i) => Math.abs(value - backward[i])));
    expect(largest).toBeLessThan(1e-4); // a step is 1e-3: moments by batch slot would differ by whole steps
  });

  it('makes its first step the learning rate in the direction of the gradient', () => {
    const values = new Float32Array([1, 1, 1]);
    createAdam(3, 0.1).update(values, new Float32Array([5, -0.01, 0]));
    expect(values[0]).toBeCloseTo(0.9, 5);
    expect(values[1]).toBeCloseTo(1.1, 5);
    expect(values[2]).toBe(1);
  });
});

describe('content decay', () => {
  const decayGradient = (batchSize: number) => {
    const model = freshModel();
    const [batch] = batches(0, batchSize);
    const gradient = (contentDecay: number) => computeGradients(model, batch, { loss: 'l1', contentDecay });
    const [without, with_] = [gradient(0), gradient(0.5)];
    const image = batch.images[0];
    const code = row(model.contentCodes, image, dims.contentDim);
    const change = row(with_.gradients.contentCodes, image, dims.contentDim).map(
      (value, j) => value - row(without.gradients.contentCodes, image, dims.contentDim)[j],
    );
    return {
      scale: (change[0] / code[0]) * batchSize,
      added: with_.losses.loss - without.losses.loss,
      batch,
      model,
    };
  };

  it('adds the weighted mean squared norm of the clean codes', () => {
    const { added, batch, model } = decayGradient(16);
    const norms = Array.from(batch.images, (image) =>
      row(model.contentCodes, image, dims.contentDim).reduce((sum, value) => sum + value * value, 0),
    );
    expect(added).toBeCloseTo((0.5 * norms.reduce((a, b) => a + b)) / norms.length, 4);
  });

  it('weighs an image the same in any batch size, beside a loss that is a mean too', () => {
    expect(decayGradient(16).scale).toBeCloseTo(2 * 0.5, 3);
    expect(decayGradient(4).scale).toBeCloseTo(2 * 0.5, 3);
  });
});

describe('the losses', () => {
  const [batch] = batches(0, 8);
  it.each(['l1', 'l2', 'l1+l2'] as const)('%s has the gradient that differences give', (loss) => {
    const at = (delta: number) => {
      const model = freshModel();
      model.parameters['convT2.bias'][0] += delta;
      return computeGradients(model, batch, { loss, contentDecay: 0 });
    };
    const slope = (at(0.01).losses.loss - at(-0.01).losses.loss) / 0.02;
    expect(at(0).gradients.parameters['convT2.bias'][0]).toBeCloseTo(slope, 3);
  });

  it('are their parts: L1 + L2 is the sum of the two', () => {
    const model = freshModel();
    const { losses } = computeGradients(model, batch, { loss: 'l1+l2', contentDecay: 0 });
    expect(losses.loss).toBeCloseTo(losses.l1 + losses.l2, 10);
    expect(computeGradients(model, batch, { loss: 'l1', contentDecay: 0 }).losses.loss).toBe(losses.l1);
    expect(computeGradients(model, batch, { loss: 'l2', contentDecay: 0 }).losses.loss).toBe(losses.l2);
  });
});

describe('a run', () => {
  it('gives the same bytes for the same seed and others for another', () => {
    const a = lastOf(input);
    expect(lastOf(input)).toEqual(a);
    expect(lastOf({ ...input, config: { ...config, seed: 4 } }).contentCodes).not.toEqual(a.contentCodes);
  });

  it('starts alike and sees the images in the same order at any σ, so that runs differ in σ alone', () => {
    const tiny = { ...config, numEpochs: 1, learningRates: { generator: 0, classCodes: 0, contentCodes: 0 } };
    const quiet = lastOf({ ...input, config: { ...tiny, contentNoiseStd: 0 } });
    const loud = lastOf({ ...input, config: { ...tiny, contentNoiseStd: 2 } });
    expect(loud.contentCodes).toEqual(quiet.contentCodes);
    expect(loud.parameters['dense1.weight']).toEqual(quiet.parameters['dense1.weight']);
  });

  it('leaves no tensor behind from epoch to epoch', () => {
    const before = memory().numTensors;
    for (const { epoch } of trainGlo(input)) expect(memory().numTensors, `epoch ${epoch}`).toBe(before);
  });

  it.each([1e6, 1e38])('that diverges stops with the step and the loss: learning rate %d', (rate) => {
    const wild = { ...config, learningRates: { generator: rate, classCodes: rate, contentCodes: rate } };
    const run = () => [...trainGlo({ ...input, config: wild })];
    expect(run).toThrow(DivergenceError);
    expect(run).toThrow(
      /^Training diverged (?:at|by) step \d+ \(epoch 1\): the loss is .+, and not all weights are numbers\. Lower the learning rates or the noise\.$/,
    );
  });
});

describe('eval mode', () => {
  it('gives an image that does not depend on the rest of its batch', () => {
    const { parameters, contentCodes, classCodes } = lastOf(input);
    const predictor = buildPredictor(dims, parameters);
    const classRows = Float32Array.from(
      { length: 8 * dims.classDim },
      (_, i) => classCodes[i % dims.classDim],
    );
    const together = predictor.predict({
      count: 8,
      contentCodes: contentCodes.slice(0, 8 * dims.contentDim),
      classCodes: classRows,
    });
    const alone = predictor.predict({
      count: 1,
      contentCodes: contentCodes.slice(0, dims.contentDim),
      classCodes: classRows.slice(0, dims.classDim),
    });
    predictor.dispose();
    const largest = Math.max(...alone.map((intensity, i) => Math.abs(intensity - together[i])));
    expect(largest).toBeLessThan(1e-6);
  });

  it('says which codes it wants when it gets others', () => {
    const predictor = buildPredictor(dims, freshModel().parameters);
    expect(() =>
      predictor.predict({ count: 2, contentCodes: new Float32Array(7), classCodes: new Float32Array(10) }),
    ).toThrow('Expected 2 content codes of 7 and class codes of 5 numbers, got arrays of 7 and 10.');
    predictor.dispose();
  });
});
