import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildClassifier, classifierParameterNames } from '../../../../src/networks/classifier/classifier.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { accuracy } from '../../../../training/methods/classifier/files/build-classifier.ts';
import { labelledBatches, shiftInto } from '../../../../training/methods/classifier/batches.ts';
import { classifierGradients } from '../../../../training/methods/classifier/train-step.ts';
import { fitClassifier, rateShape } from '../../../../training/methods/classifier/train.ts';
import { createAdam } from '../../../../src/numerics/adam.ts';
import { inFloat64, naiveCrossEntropy, randomClassifier } from '../../../support/naive-classifier.ts';
import { digitShape } from '../../../support/digit-shape.ts';
import { toPhases } from '../../../../src/networks/blocks/pixel-phases.ts';

const config = { channels1: 3, channels2: 5, numFeatures: 7, numClasses: 10, ...digitShape };
const training = { seed: 5, numEpochs: 2, batchSize: 16, learningRate: 3e-3, maxShift: 1 };
const strokes = makeStrokes({ seed: 'classifier tests', numImages: 50 });

beforeAll(() => startWasmBackend());

describe('the gradients of a batch', () => {
  const random = createRandom('gradient');
  const parameters = randomClassifier(config, random);
  const intensity = random.fork('ink');
  const images = Float32Array.from({ length: 3 * 784 }, () => intensity.uniform());
  const labels = [7, 1, 1];
  const batch = { pixels: toPhases(digitShape, images), labels: Uint8Array.from(labels) };

  it('are those of finite differences, for every parameter', () => {
    const { loss, gradients } = classifierGradients(config, parameters, batch);
    expect(loss).toBeCloseTo(naiveCrossEntropy(config, inFloat64(parameters), images, labels), 5);
    const step = 1e-6;
    for (const name of classifierParameterNames) {
      const gradient = gradients[name];
      expect(gradient).toHaveLength(parameters[name].length);
      const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(largest, name).toBeGreaterThan(1e-3);
      for (let i = 0; i < gradient.length; i += Math.ceil(gradient.length / 12)) {
        const at = (shift: number) => {
          const moved = inFloat64(parameters);
          moved[name][i] += shift;
          return naiveCrossEntropy(config, moved, images, labels);
        };
        const slope = (at(step) - at(-step)) / (2 * step);
        expect(Math.abs(gradient[i] - slope) / largest, `${name} ${i}`).toBeLessThan(1e-3);
      }
    }
  });

  it('leave the parameters as they were and no tensor behind', () => {
    const before = memory().numTensors;
    const copy = structuredClone(parameters);
    classifierGradients(config, parameters, batch);
    expect(parameters).toEqual(copy);
    expect(memory().numTensors).toBe(before);
  });
});

describe('training a classifier', () => {
  const input = { config, training, images: strokes.images, labels: strokes.labels };

  it('gives the same bytes from the same seed, and others from another', () => {
    const last = (seed: number) => [...fitClassifier({ ...input, training: { ...training, seed } })].at(-1);
    expect(last(5)).toEqual(last(5));
    expect(last(6)?.parameters).not.toEqual(last(5)?.parameters);
  });

  it('learns to read strokes that it never saw', () => {
    const many = makeStrokes({ seed: 'train', numImages: 1000 });
    const small = { channels1: 6, channels2: 12, numFeatures: 24, numClasses: 10, ...digitShape };
    const settings = { ...training, numEpochs: 4, batchSize: 20, learningRate: 5e-3 };
    const epochs = [
      ...fitClassifier({ config: small, training: settings, images: many.images, labels: many.labels }),
    ];
    const [first, last] = [epochs[0], epochs[epochs.length - 1]];
    expect(last.loss).toBeLessThan(first.loss / 3);
    const classifier = buildClassifier(small, last.parameters);
    expect(accuracy(classifier, makeStrokes({ seed: 'test', numImages: 300 }))).toBeGreaterThan(0.9);
    classifier.dispose();
  });

  it('stops when a weight is not a number, and names step and loss', () => {
    const run = () => [...fitClassifier({ ...input, training: { ...training, learningRate: 1e300 } })];
    expect(run).toThrow(
      /^Training a classifier diverged by step \d+ \(epoch 1\): the loss is \S+, and not all weights are numbers\. Lower/,
    );
  });

  it('lowers the learning rate to zero', () => {
    expect(rateShape(0.05)).toBeCloseTo(0.5);
    expect(rateShape(0.1)).toBeCloseTo(1);
    expect(rateShape(0.55)).toBeCloseTo(0.5);
    expect(rateShape(1)).toBeCloseTo(0);
  });
});

describe('batches', () => {
  it('hold every image once an epoch, in another order each', () => {
    const random = createRandom('batches');
    const source = {
      ...{ shape: digitShape, images: strokes.images, labels: strokes.labels, batchSize: 16, maxShift: 0 },
      ...{ shuffle: random.fork('shuffle'), shift: random.fork('shift') },
    };
    const epoch = () => [...labelledBatches(source)];
    const [first, second] = [epoch(), epoch()];
    expect(first.map(({ labels }) => labels.length)).toEqual([16, 16, 16, 2]);
    const sums = (batches: typeof first) =>
      batches.flatMap(({ pixels, labels }) =>
        Array.from(labels, (_, i) => pixels.subarray(i * 784, (i + 1) * 784).reduce((sum, x) => sum + x, 0)),
      );
    const sorted = (values: readonly number[]) => values.map((x) => x.toFixed(2)).sort();
    expect(sorted(sums(first))).toEqual(sorted(sums(second)));
    expect(sums(first)).not.toEqual(sums(second));
  });

  it('move an image by whole pixels, lose what leaves and fill with nothing', () => {
    const image = Uint8Array.from({ length: 784 }, (_, i) => i % 251);
    const moved = (right: number, down: number) => {
      const target = new Float32Array(784);
      shiftInto(digitShape, target, image, right, down);
      return target;
    };
    const still = moved(0, 0);
    expect(still[100]).toBeCloseTo(100 / 255);
    const shifted = moved(2, -1);
    for (let y = 0; y < 28; y++) {
      for (let x = 0; x < 28; x++) {
        const inside = x >= 2 && y < 27;
        expect(shifted[y * 28 + x]).toBe(inside ? still[(y + 1) * 28 + x - 2] : 0);
      }
    }
  });
});

it('Adam takes another rate for one step', () => {
  const [values, same] = [Float32Array.of(1, 1), Float32Array.of(1, 1)];
  createAdam(2, 0.1).update(values, Float32Array.of(0.3, -2), 0.02);
  createAdam(2, 0.02).update(same, Float32Array.of(0.3, -2));
  expect(values).toEqual(same);
  expect(values[0]).toBeCloseTo(0.98);
});
