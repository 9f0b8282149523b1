/** Settings so small that their training can be counted by hand. */
import { expect, test } from 'vitest';
import type { AnySetting } from '../../../../../../src/components/build/metrics.ts';
import { trainingArithmetic } from '../../../../../../src/components/figures/one-axis/training-arithmetic.ts';
import { classifierForward, generatorForward } from '../../../../../../src/networks/multiply-adds.ts';

const images = { imageHeight: 4, imageWidth: 4, imageChannels: 1 };
const dense = {
  network: 'dense',
  hidden: [5],
  codeDim: 3,
  gaussianCode: false,
  ...{ encoderActivation: 'relu', decoderActivation: 'relu' },
  ...{ codeActivation: 'linear', outputActivation: 'sigmoid' },
};
const classifier = {
  dataset: { numTrainingImages: 100 },
  training: { numEpochs: 6 },
  model: {
    ...{ channels1: 2, channels2: 3, numFeatures: 4, numClasses: 10, numParameters: 1 },
    ...{ imageHeight: 12, imageWidth: 12, imageChannels: 1 },
  },
};
const count = (setting: object, shape = images): number =>
  trainingArithmetic(setting as AnySetting, { images: shape, classifierOf: () => classifier as never });

const autoencoder = {
  family: 'autoencoder',
  kind: 'stacked',
  dataset: { numTrainingImages: 10 },
  model: dense,
  training: { numEpochs: 2, pretrainingEpochs: 0 },
};
/** 16 → 5 → 3 → 5 → 16; the first layer needs no gradient by the image. */
const anImage = 2 * 80 + 3 * 15 + 3 * 15 + 3 * 80;

test('an autoencoder goes forward and backward once for each image and epoch', () => {
  expect(count(autoencoder)).toBe(10 * 2 * anImage);
});

test('pre-training adds each pair of layers by itself, with the layers before it forward', () => {
  const pairs = 2 * 80 + 3 * 80 + (80 + 2 * 15 + 3 * 15);
  const training = { numEpochs: 2, pretrainingEpochs: 7 };
  expect(count({ ...autoencoder, training })).toBe(10 * (2 * anImage + 7 * pairs));
});

test('a Gaussian code takes twice as many numbers from the encoder', () => {
  const vae = { ...autoencoder, family: 'vae', model: { ...dense, gaussianCode: true } };
  expect(count(vae)).toBe(10 * 2 * (anImage + 3 * 15));
});

test('PCA takes the product of all pixels with each other, once an image', () => {
  expect(count({ ...autoencoder, kind: 'pca' })).toBe(10 * 16 * 16);
});

const shape = { imageHeight: 12, imageWidth: 12, imageChannels: 1 };
const dims = { classDim: 2, contentDim: 3 };
const glo = {
  family: 'glo',
  dataset: { numTrainingImages: 10 },
  model: dims,
  training: { numEpochs: 5, guidance: null },
};
const generator = 3 * generatorForward({ ...dims, ...shape });

test('GLO goes through its generator three times, since the codes need the gradient by what goes in', () => {
  expect(count(glo, shape)).toBe(10 * 5 * generator);
});

test('guidance takes a second pass, the classifier forward and back, and what the classifier itself was trained for', () => {
  const { first, maps, all } = classifierForward(classifier.model);
  const guided = (weight: number, style: object | null) =>
    count({ ...glo, training: { numEpochs: 5, guidance: { fromEpoch: 4, weight, style } } }, shape);
  const learned = 100 * 6 * (3 * all - first);
  const plain = 10 * 5 * generator;
  expect(guided(0.02, null)).toBe(plain + 10 * 2 * (generator + 2 * all) + learned);
  expect(guided(0, {})).toBe(plain + 10 * 2 * (generator + 2 * maps) + learned);
});

test('a game goes through both networks as often as its players have steps, and draws each image anew', () => {
  const square = { imageHeight: 8, imageWidth: 8, imageChannels: 1 };
  const played = (criticSteps: number, constraint: string) =>
    count(
      {
        family: 'gan',
        model: { codeDim: 3, channels: [2], discriminatorNormalizes: false },
        training: { numEpochs: 2, stepsPerEpoch: 5, batchSize: 4, criticSteps, constraint },
      },
      square,
    );
  const [dense, transposed] = [3 * 32, 16 * 16 * 2];
  const [convolution, score] = [16 * 16 * 2, 32];
  const generator = dense + transposed;
  const discriminator = convolution + score;
  const player = 2 * dense + 3 * transposed + 2 * discriminator;
  const critic = generator + 2 * (2 * convolution + 3 * score);
  expect(played(1, 'none')).toBe(2 * 5 * 4 * (critic + player));
  expect(played(3, 'clipping')).toBe(2 * 5 * 4 * (3 * critic + player));
  expect(played(1, 'gradient-penalty')).toBe(2 * 5 * 4 * (critic + 4 * discriminator + player));
});
