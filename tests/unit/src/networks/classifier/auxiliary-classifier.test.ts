import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildAuxiliaryClassifier,
  type AuxiliaryClassifier,
} from '../../../../../src/networks/classifier/auxiliary-classifier.ts';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../../src/numerics/random.ts';
import {
  inFloat64,
  naiveClassify,
  naiveCrossEntropy,
  randomClassifier,
} from '../../../../support/naive-classifier.ts';
import { digitShape } from '../../../../support/digit-shape.ts';

const config = { channels1: 3, channels2: 5, numFeatures: 7, numClasses: 10, ...digitShape };
const random = createRandom('auxiliaryClassifier');
const parameters = randomClassifier(config, random);
const exact = inFloat64(parameters);
const count = 3;
const draw = (name: string) => {
  const own = random.fork(name);
  return Float32Array.from({ length: count * 784 }, () => own.uniform());
};
const images = draw('images');
const targets = draw('targets');
const labels = [4, 0, 9];

const average = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
const rows = (values: ArrayLike<number>) =>
  Array.from({ length: count }, (_, i) => Float64Array.from(values).subarray(i * 784, (i + 1) * 784));

/** The perceptual distance as its docstring reads, in float64. */
function naiveDistance(pictures: ArrayLike<number>): number {
  const [a, b] = [pictures, targets].map((all) =>
    rows(all).map((image) => naiveClassify(config, exact, image)),
  );
  const ofMap = (map: 'map1' | 'map2') => {
    const [own, wanted] = [a, b].map((readings) => readings.flatMap((reading) => [...reading[map]]));
    return average(own.map((value, i) => Math.abs(value - wanted[i]))) / average(wanted);
  };
  return (average(targets) * (ofMap('map1') + ofMap('map2'))) / 2;
}

/** The style as its docstring reads, in float64: sums over every two channels of every position. */
function naiveStyle(pictures: ArrayLike<number>): number[] {
  return rows(pictures).flatMap((image) => {
    const reading = naiveClassify(config, exact, image);
    const upper = (map: ArrayLike<number>, channels: number) => {
      const numPositions = map.length / channels;
      const numbers: number[] = [];
      for (let a = 0; a < channels; a++) {
        for (let b = a; b < channels; b++) {
          let sum = 0;
          for (let p = 0; p < numPositions; p++) sum += map[p * channels + a] * map[p * channels + b];
          numbers.push(sum / numPositions);
        }
      }
      return numbers;
    };
    return [...upper(reading.map1, config.channels1), ...upper(reading.map2, config.channels2)];
  });
}

/** The mean Huber loss of how far pictures are from the style of the targets, in units of `spread`. */
const naiveStyleDistance = (spread: number) => (pictures: ArrayLike<number>) => {
  const wanted = naiveStyle(targets);
  return average(
    naiveStyle(pictures).map((value, i) => {
      const error = Math.abs(value - wanted[i]) / spread;
      return error < 1 ? error ** 2 / 2 : error - 0.5;
    }),
  );
};

/** Central differences of `loss` at a few pixels of every image against the gradient given. */
function expectGradient(loss: (pictures: Float64Array) => number, gradient: Float32Array): void {
  const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(largest).toBeGreaterThan(0);
  const step = 1e-6;
  for (let pixel = 3; pixel < images.length; pixel += 97) {
    const at = (shift: number) => {
      const moved = Float64Array.from(images);
      moved[pixel] += shift;
      return loss(moved);
    };
    const slope = (at(step) - at(-step)) / (2 * step);
    expect(Math.abs(gradient[pixel] - slope) / largest, `pixel ${pixel}`).toBeLessThan(1e-3);
  }
}

describe('the auxiliaryClassifier', () => {
  let auxiliaryClassifier: AuxiliaryClassifier;
  beforeAll(async () => {
    await startWasmBackend();
    auxiliaryClassifier = buildAuxiliaryClassifier(config, parameters);
  });

  it('gives the mean cross-entropy of the labels and its gradient by every pixel', () => {
    const { loss, gradient } = auxiliaryClassifier.crossEntropy(images, labels);
    expect(loss).toBeCloseTo(naiveCrossEntropy(config, exact, images, labels), 5);
    expectGradient((pictures) => naiveCrossEntropy(config, exact, pictures, labels), gradient);
  });

  it('gives the distance of feature maps and its gradient by every pixel', () => {
    const { loss, gradient } = auxiliaryClassifier.featureDistance(images, targets);
    expect(loss).toBeCloseTo(naiveDistance(images), 5);
    expectGradient(naiveDistance, gradient);
  });

  it('reads the style of every picture, by itself', () => {
    const wanted = naiveStyle(images);
    const style = auxiliaryClassifier.styleStatistics(images);
    expect(style).toHaveLength(count * auxiliaryClassifier.styleLength);
    style.forEach((value, i) => expect(value).toBeCloseTo(wanted[i], 5));
    const [second] = [auxiliaryClassifier.styleStatistics(images.subarray(784, 2 * 784))];
    expect(second).toEqual(style.subarray(second.length, 2 * second.length));
  });

  // The errors of the one are all within the bend of the Huber loss, those of the other on both sides of it.
  it.each([10, 0.02])('gives the distance of style and its gradient by every pixel, spread %s', (spread) => {
    const style = auxiliaryClassifier.styleStatistics(targets);
    const { loss, gradient } = auxiliaryClassifier.styleDistance(
      images,
      style,
      style.map(() => spread),
    );
    expect(loss / naiveStyleDistance(spread)(images)).toBeCloseTo(1, 4);
    expectGradient(naiveStyleDistance(spread), gradient);
  });

  it('finds no distance and no gradient between pictures and themselves', () => {
    const { loss, gradient } = auxiliaryClassifier.featureDistance(images, images);
    expect(loss).toBe(0);
    expect(gradient.every((slope) => slope === 0)).toBe(true);
  });

  it('finds a distance of about the mean error of pixels', () => {
    const { loss } = auxiliaryClassifier.featureDistance(images, targets);
    const l1 = average(images.map((intensity, i) => Math.abs(intensity - targets[i])));
    expect(loss / l1).toBeGreaterThan(0.2);
    expect(loss / l1).toBeLessThan(5);
  });

  it('leaves no tensor behind', () => {
    const before = memory().numTensors;
    auxiliaryClassifier.crossEntropy(images, labels);
    auxiliaryClassifier.featureDistance(images, targets);
    const style = auxiliaryClassifier.styleStatistics(targets);
    auxiliaryClassifier.styleDistance(images, style, style);
    expect(memory().numTensors).toBe(before);
    buildAuxiliaryClassifier(config, parameters).dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('says what it expected when labels or targets do not fit the images', () => {
    expect(() => auxiliaryClassifier.crossEntropy(images, [1])).toThrow(
      'Expected one label for each of 3 images, got 1.',
    );
    expect(() =>
      auxiliaryClassifier.styleDistance(images, new Float64Array(21), new Float64Array(63)),
    ).toThrow('Expected 3 × 21 numbers of style and as many spreads, got 21 and 63.');
    expect(() => auxiliaryClassifier.featureDistance(images, targets.subarray(784))).toThrow(
      'Expected as many targets as images, 3, got 2.',
    );
  });
});
