/** Guidance and the perceptual loss: what an auxiliary classifier adds to the gradients, and what it leaves alone. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainingConfig } from '../../../../src/contract/families/glo.ts';
import { trainableNames } from '../../../../src/networks/generator/generator.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { epochBatches } from '../../../../training/methods/glo/batches.ts';
import { otherClasses } from '../../../../training/methods/glo/guidance.ts';
import { initializeModel, type GloModel } from '../../../../training/methods/glo/model.ts';
import {
  DivergenceError,
  trainGlo,
  type Epoch,
  type TrainInput,
} from '../../../../training/methods/glo/train.ts';
import { computeGradients, createOptimizer, trainStep } from '../../../../training/methods/glo/train-step.ts';
import { linearAuxiliaryClassifier } from '../../../support/linear-auxiliary-classifier.ts';
import { exerciseTraining } from '../../../support/training-config.ts';
import { digitShape } from '../../../support/digit-shape.ts';
import { fromPhases, toPhases } from '../../../../src/networks/blocks/pixel-phases.ts';

const dims = { classDim: 5, contentDim: 7, ...digitShape };
const numImages = 40;
const strokes = makeStrokes({ seed: 'guidance tests', numImages });
const config: TrainingConfig = {
  ...exerciseTraining,
  preset: 'lord',
  seed: 3,
  numEpochs: 3,
  batchSize: 16,
  learningRates: { generator: 1e-3, classCodes: 1e-2, contentCodes: 1e-2 },
};
const input: TrainInput = { dims, config, images: strokes.images, labels: strokes.labels, numClasses: 10 };
const byLinear = { auxiliaryClassifier: 'linear', style: null } as const;
const guidance = { ...byLinear, weight: 0.5, fromEpoch: 2 };
const guided: TrainInput = {
  ...input,
  config: { ...config, guidance },
  auxiliaryClassifier: linearAuxiliaryClassifier(),
};

const freshModel = (): GloModel =>
  initializeModel({ dims, numClasses: 10, numImages, codeInitStd: 1 }, createRandom(1));
const targets = toPhases(digitShape, strokes.images).map((byte) => byte / 255);
const [plainBatch] = epochBatches({
  targets,
  labels: strokes.labels,
  batchSize: 8,
  contentDim: dims.contentDim,
  noiseStd: 0.3,
  shuffle: createRandom('shuffle'),
  noise: createRandom('noise'),
});
const transferLabels = otherClasses(plainBatch.labels, 10, createRandom('transfer'));
const batch = { ...plainBatch, transferLabels };

/** What each epoch reported, with a copy of the model. */
const curve = (run: TrainInput): Epoch[] =>
  Array.from(trainGlo(run), (epoch) => ({ ...epoch, model: structuredClone(epoch.model) }));
const largest = (values: ArrayLike<number>) => Math.max(...Array.from(values, Math.abs));
const difference = (a: Float32Array, b: Float32Array) => a.map((value, i) => value - b[i]);

beforeAll(() => startWasmBackend());

describe('layouts', () => {
  it('of images and of the intensity as generated undo each other', () => {
    const rows = Float32Array.from(strokes.images);
    expect(fromPhases(digitShape, toPhases(digitShape, rows))).toEqual(rows);
  });
});

describe('the classes of transfers', () => {
  it('are never the own, and each other one comes as often', () => {
    const labels = new Uint8Array(9000).fill(4);
    const drawn = otherClasses(labels, 10, createRandom('others'));
    const counts = Array.from({ length: 10 }, (_, label) => drawn.filter((other) => other === label).length);
    expect(counts[4]).toBe(0);
    counts.splice(4, 1);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('the guidance term', () => {
  const auxiliaryClassifier = linearAuxiliaryClassifier();
  const settings = {
    loss: 'l1+l2',
    contentDecay: 0,
    guidance: { ...byLinear, weight: 0.5, fromEpoch: 1 },
  } as const;
  const withModel = (change: (model: GloModel) => void) => {
    const model = freshModel();
    change(model);
    return computeGradients(model, batch, settings, { auxiliaryClassifier });
  };
  /** Only of guidance: with it minus without. */
  const ofGuidance = () => {
    const [both, alone] = [
      withModel(() => undefined),
      computeGradients(freshModel(), plainBatch, settings, { auxiliaryClassifier }),
    ];
    return {
      bias: difference(both.gradients.parameters['convT2.bias'], alone.gradients.parameters['convT2.bias']),
      dense: difference(both.gradients.parameters['dense1.bias'], alone.gradients.parameters['dense1.bias']),
      classCodes: difference(both.gradients.classCodes, alone.gradients.classCodes),
      contentCodes: difference(both.gradients.contentCodes, alone.gradients.contentCodes),
    };
  };
  const slope = (step: number, change: (model: GloModel, delta: number) => void) => {
    const at = (delta: number) => withModel((model) => change(model, delta)).losses.guidance;
    return (at(step) - at(-step)) / (2 * step);
  };

  it('has the gradient that differences give: generator, class codes and content codes', () => {
    const gradient = ofGuidance();
    const step = 1e-3; // small: ReLUs bend the loss within a longer one
    const along = (values: Float32Array, table: (model: GloModel) => Float32Array) => {
      const size = largest(values);
      const place = values.findIndex((value) => Math.abs(value) === size);
      return [values[place], slope(step, (model, delta) => (table(model)[place] += delta))] as const;
    };
    const pairs = [
      along(gradient.bias, (model) => model.parameters['convT2.bias']),
      along(gradient.dense, (model) => model.parameters['dense1.bias']),
      along(gradient.classCodes, (model) => model.classCodes),
      along(gradient.contentCodes, (model) => model.contentCodes),
    ];
    for (const [actual, expected] of pairs) {
      expect(Math.abs(expected)).toBeGreaterThan(1e-5);
      expect(Math.abs(actual / expected - 1)).toBeLessThan(0.05);
    }
  });

  it('reaches the codes of the classes shown, and the contents of the batch, and no others', () => {
    const { classCodes, contentCodes } = ofGuidance();
    const moved = (table: Float32Array, row: number, dim: number) =>
      largest(table.subarray(row * dim, (row + 1) * dim)) > 0;
    for (let label = 0; label < 10; label++) {
      expect(moved(classCodes, label, dims.classDim), `class ${label}`).toBe(transferLabels.includes(label));
    }
    for (let image = 0; image < numImages; image++) {
      expect(moved(contentCodes, image, dims.contentDim), `image ${image}`).toBe(
        batch.images.includes(image),
      );
    }
  });

  it('is no part of the loss that is reported', () => {
    const [both, alone] = [
      withModel(() => undefined),
      computeGradients(freshModel(), plainBatch, settings, { auxiliaryClassifier }),
    ];
    expect(both.losses.guidance).toBeGreaterThan(0);
    expect({ ...both.losses, guidance: 0 }).toEqual(alone.losses);
  });

  it('shows the auxiliary classifier images row by row in [0, 1], with the other classes', () => {
    const seen = linearAuxiliaryClassifier();
    computeGradients(freshModel(), batch, settings, { auxiliaryClassifier: seen });
    expect(seen.calls).toHaveLength(1);
    const [{ images, labels }] = seen.calls;
    expect(labels).toEqual(Array.from(transferLabels));
    expect(images).toHaveLength(8 * 784);
    expect(images.every((intensity) => intensity > 0 && intensity < 1)).toBe(true);
  });

  it('makes its pass count in the running statistics, after the reconstruction’s', () => {
    const { statistics } = withModel(() => undefined);
    expect(statistics).toHaveLength(2);
    const model = freshModel();
    const optimizer = createOptimizer(model, config.learningRates);
    trainStep({ model, optimizer, batch, config: settings, auxiliaryClassifier });
    const expected = 0.9 * (0.1 * statistics[0].mean[3]) + 0.1 * statistics[1].mean[3];
    expect(model.parameters['batchNorm.runningMean'][3]).toBeCloseTo(expected, 6);
  });

  it('lowers the auxiliary classifier’s loss on transfers', () => {
    const model = freshModel();
    const optimizer = createOptimizer(model, config.learningRates);
    const step = () => trainStep({ model, optimizer, batch, config: settings, auxiliaryClassifier }).guidance;
    const first = step();
    for (let i = 0; i < 20; i++) step();
    expect(step()).toBeLessThan(0.8 * first);
  });
});

describe('a guided run', () => {
  it('is the plain run up to the epoch before, to the last bit', () => {
    const [plain, withCritic] = [curve(input), curve(guided)];
    expect(withCritic[0]).toEqual(plain[0]);
    expect(withCritic[1].model.contentCodes).not.toEqual(plain[1].model.contentCodes);
  });

  it('of weight zero is the plain run but for the running statistics', () => {
    const weightless = curve({
      ...guided,
      config: { ...config, guidance: { ...byLinear, weight: 0, fromEpoch: 1 } },
    });
    curve(input).forEach((plain, i) => {
      expect(weightless[i].loss).toBe(plain.loss);
      expect(weightless[i].model.contentCodes).toEqual(plain.model.contentCodes);
      expect(weightless[i].model.classCodes).toEqual(plain.model.classCodes);
      for (const name of trainableNames) {
        expect(weightless[i].model.parameters[name], name).toEqual(plain.model.parameters[name]);
      }
      const running = 'batchNorm.runningMean';
      expect(weightless[i].model.parameters[running]).not.toEqual(plain.model.parameters[running]);
    });
  });

  it('gives the same bytes again, and leaves no tensor behind', () => {
    const before = memory().numTensors;
    const first = curve(guided);
    expect(memory().numTensors).toBe(before);
    expect(curve(guided)).toEqual(first);
  });

  it('stops where a broken auxiliaryClassifier makes the weights no numbers', () => {
    const broken = {
      ...linearAuxiliaryClassifier(),
      crossEntropy: (images: Float32Array) => ({
        loss: NaN,
        gradient: new Float32Array(images.length).fill(NaN),
      }),
    };
    expect(() => curve({ ...guided, auxiliaryClassifier: broken })).toThrow(DivergenceError);
  });
});

describe('the perceptual loss', () => {
  const settings = { loss: 'perceptual', contentDecay: 0 } as const;

  it('is L1 plus the auxiliary classifier’s distance between features, and reports L1 and L2 as they are', () => {
    const auxiliaryClassifier = linearAuxiliaryClassifier();
    const { losses } = computeGradients(freshModel(), plainBatch, settings, { auxiliaryClassifier });
    const [{ images }] = auxiliaryClassifier.calls;
    const distance = auxiliaryClassifier.featureDistance(
      images,
      fromPhases(digitShape, plainBatch.targets),
    ).loss;
    expect(losses.loss).toBeCloseTo(losses.l1 + distance, 10);
    const plain = computeGradients(freshModel(), plainBatch, { loss: 'l1', contentDecay: 0 });
    expect(losses.l1).toBe(plain.losses.l1);
    expect(losses.l2).toBe(plain.losses.l2);
  });

  it.each(['convT2.bias', 'dense3.bias'] as const)('has the gradient that differences give: %s', (name) => {
    const auxiliaryClassifier = linearAuxiliaryClassifier();
    const at = (delta: number) => {
      const model = freshModel();
      model.parameters[name][0] += delta;
      return computeGradients(model, plainBatch, settings, { auxiliaryClassifier });
    };
    const slope = (at(1e-3).losses.loss - at(-1e-3).losses.loss) / 2e-3;
    expect(Math.abs(at(0).gradients.parameters[name][0] / slope - 1)).toBeLessThan(0.05);
  });

  it('goes through a run, with guidance beside it', () => {
    const run = { ...guided, config: { ...config, loss: 'perceptual', guidance } } as const;
    const before = memory().numTensors;
    const epochs = curve(run);
    expect(epochs[2].loss).toBeLessThan(epochs[0].loss);
    expect(epochs[2].loss).toBeGreaterThan(epochs[2].l1);
    expect(memory().numTensors).toBe(before);
  });
});

describe('without an auxiliary classifier', () => {
  it('runs that need one say so before the first step', () => {
    expect(() => curve({ ...guided, auxiliaryClassifier: undefined })).toThrow(
      'Guidance needs an auxiliary classifier, a frozen classifier, and none was given.',
    );
    expect(() => curve({ ...input, config: { ...config, loss: 'perceptual' } })).toThrow(
      'The perceptual loss needs an auxiliary classifier, a frozen classifier, and none was given.',
    );
  });
});
