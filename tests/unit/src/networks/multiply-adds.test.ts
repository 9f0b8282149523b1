/** Layers whose products are counted by hand. */
import { expect, test } from 'vitest';
import type { TrainableSpec } from '../../../../src/networks/layers/layer.ts';
import {
  classifierForward,
  generatorForward,
  layersForward,
  layersTraining,
} from '../../../../src/networks/multiply-adds.ts';

const dense: TrainableSpec = { kind: 'dense', name: 'dense', inputs: 5, outputs: 3, activation: 'relu' };
const small = { height: 2, width: 3, channels: 7 };
const large = { height: 4, width: 6, channels: 2 };
const down: TrainableSpec = {
  kind: 'convolution',
  name: 'down',
  input: large,
  output: small,
  activation: 'relu',
};
const up: TrainableSpec = {
  kind: 'transposed-convolution',
  name: 'up',
  input: small,
  output: large,
  activation: 'relu',
};
const norm: TrainableSpec = { kind: 'batch-norm', name: 'norm', size: small, activation: 'relu' };

test('a dense layer has a product for each weight, a convolution one for each weight at each of its places', () => {
  expect(layersForward([dense])).toBe(15);
  // Six places, each with a 4×4 kernel from two channels to seven.
  expect(layersForward([down])).toBe(6 * 16 * 2 * 7);
  expect(layersForward([up])).toBe(layersForward([down]));
  expect(layersForward([dense, down, norm])).toBe(15 + 1344);
});

test('training is three times as much, without the gradient by what goes in where nobody needs it', () => {
  expect(layersTraining([dense, down], { passesGradientOn: true })).toBe(3 * (15 + 1344));
  expect(layersTraining([dense, down], { passesGradientOn: false })).toBe(2 * 15 + 3 * 1344);
});

test('the generator of GLO has its convolutions at half of their size, with four phases', () => {
  const config = { classDim: 25, contentDim: 25, imageHeight: 28, imageWidth: 28, imageChannels: 1 };
  const layers = 50 * 84 + 84 * 120 + 120 * 400;
  const convolutions = 7 * 7 * 9 * 16 * 64 + 14 * 14 * 9 * 16 * 4;
  expect(generatorForward(config)).toBe(layers + convolutions);
});

test('a classifier has two convolutions over gathered pixels and two dense layers', () => {
  const config = {
    ...{ channels1: 12, channels2: 24, numFeatures: 48, numClasses: 10 },
    ...{ imageHeight: 28, imageWidth: 28, imageChannels: 1 },
  };
  const [first, second] = [14 * 14 * 9 * 4 * 12, 7 * 7 * 9 * 48 * 24];
  expect(classifierForward(config)).toEqual({
    first,
    maps: first + second,
    all: first + second + 49 * 24 * 48 + 48 * 10,
  });
});
