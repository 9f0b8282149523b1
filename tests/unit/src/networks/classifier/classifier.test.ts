import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildClassifier,
  countClassifierParameters,
  initializeClassifier,
  predictClasses,
} from '../../../../../src/networks/classifier/classifier.ts';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../../src/numerics/random.ts';
import {
  inFloat64,
  naiveClassify,
  naiveProbabilities,
  randomClassifier,
} from '../../../../support/naive-classifier.ts';
import { digitShape } from '../../../../support/digit-shape.ts';
import { fromPhases, toPhases } from '../../../../../src/networks/blocks/pixel-phases.ts';

const config = { channels1: 3, channels2: 5, numFeatures: 7, numClasses: 10, ...digitShape };
const random = createRandom('classifier');
const parameters = randomClassifier(config, random);
const pixels = random.fork('images');
const images = Float32Array.from({ length: 260 * 784 }, () => pixels.uniform());

beforeAll(() => startWasmBackend());

describe('the classifier', () => {
  it('reads what plain convolutions of stride 2 read', () => {
    const classifier = buildClassifier(config, parameters);
    const { probabilities, features } = classifier.classify(images.subarray(0, 3 * 784));
    classifier.dispose();
    for (let i = 0; i < 3; i++) {
      const expected = naiveClassify(config, inFloat64(parameters), images.subarray(i * 784, (i + 1) * 784));
      naiveProbabilities(expected).forEach((p, digit) =>
        expect(probabilities[i * 10 + digit]).toBeCloseTo(p, 5),
      );
      expected.features.forEach((value, j) => expect(features[i * 7 + j]).toBeCloseTo(value, 4));
    }
  });

  it('gives each image the same answer alone and among many', () => {
    const classifier = buildClassifier(config, parameters);
    const all = classifier.classify(images);
    const last = classifier.classify(images.subarray(-784));
    classifier.dispose();
    last.features.forEach((value, j) => expect(value).toBeCloseTo(all.features[259 * 7 + j], 5));
    last.probabilities.forEach((value, j) => expect(value).toBeCloseTo(all.probabilities[2590 + j], 5));
  });

  it('names digits with probabilities that sum to one', () => {
    const classifier = buildClassifier(config, parameters);
    const found = classifier.classify(images.subarray(0, 4 * 784));
    classifier.dispose();
    predictClasses(found).forEach((digit, row) => {
      const own = [...found.probabilities.subarray(row * 10, row * 10 + 10)];
      expect(own.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
      expect(own[digit]).toBe(Math.max(...own));
    });
  });

  it('frees what it made', () => {
    const before = memory().numTensors;
    const classifier = buildClassifier(config, parameters);
    classifier.classify(images.subarray(0, 784));
    classifier.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('says what it expected when an array is no whole number of images', () => {
    const classifier = buildClassifier(config, parameters);
    expect(() => classifier.classify(new Float32Array(785))).toThrow(
      'Expected images of 784 numbers each, got an array of 785.',
    );
    classifier.dispose();
  });

  it('starts the same from the same seed, with zero biases and weights of the spread that ReLU asks for', () => {
    const wide = { channels1: 16, channels2: 32, numFeatures: 64, numClasses: 10, ...digitShape };
    const start = initializeClassifier(wide, createRandom(1));
    expect(initializeClassifier(wide, createRandom(1))).toEqual(start);
    expect(start['conv1.bias'].every((bias) => bias === 0)).toBe(true);
    const weight = start['dense1.weight'];
    const std = Math.sqrt(weight.reduce((sum, w) => sum + w * w, 0) / weight.length);
    expect(std).toBeCloseTo(Math.sqrt(2 / (49 * 32)), 3);
    expect(countClassifierParameters(wide)).toBe(120_122);
  });
});

it('gathers pixels two by two: the four of a square are neighbours', () => {
  const image = Float32Array.from({ length: 784 }, (_, i) => i);
  const gathered = toPhases(digitShape, image);
  expect([...gathered.subarray(0, 8)]).toEqual([0, 1, 28, 29, 2, 3, 30, 31]);
  expect(fromPhases(digitShape, gathered)).toEqual(image);
});
