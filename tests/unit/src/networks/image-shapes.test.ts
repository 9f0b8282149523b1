/** Networks for images of another height, width and number of channels than the digits': each against plain loops in float64. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAuxiliaryClassifier } from '../../../../src/networks/classifier/auxiliary-classifier.ts';
import { buildClassifier } from '../../../../src/networks/classifier/classifier.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { generatorShapes } from '../../../../src/networks/generator/generator.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { buildProjector } from '../../../../src/networks/generator/projection.ts';
import { roundToHalf } from '../../../../src/numerics/half.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { exportClassifierOnnx } from '../../../../training/methods/classifier/files/onnx.ts';
import { exportOnnx } from '../../../../training/methods/glo/files/onnx.ts';
import { trainGlo } from '../../../../training/methods/glo/train.ts';
import {
  inFloat64,
  naiveClassify,
  naiveCrossEntropy,
  randomClassifier,
} from '../../../support/naive-classifier.ts';
import { naiveGenerate, naiveGenerateAll } from '../../../support/naive-generator.ts';
import { openClassifierOnnx, openOnnx } from '../../../support/onnx.ts';
import { randomCodes, randomParameters } from '../../../support/random-generator.ts';
import { exerciseTraining } from '../../../support/training-config.ts';

const shape = { imageHeight: 12, imageWidth: 16, imageChannels: 2 };
const length = 12 * 16 * 2;
const random = createRandom('image shapes');
const uniform = (count: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: count * length }, () => random.uniform());
const largestDifference = (actual: ArrayLike<number>, expected: ArrayLike<number>): number => {
  expect(actual).toHaveLength(expected.length);
  return Math.max(...Array.from(actual, (value, i) => Math.abs(value - expected[i])));
};
/** [n, height, width, channels] → [n, channels, height, width], as ONNX has images. */
const channelsFirst = (images: Float32Array): Float32Array =>
  images.map((_, i) => {
    const [image, position] = [Math.floor(i / length), i % (length / 2)];
    const channel = Math.floor((i % length) / (length / 2));
    return images[image * length + 2 * position + channel];
  });
const halved = <Values extends Record<string, Float32Array>>(values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, each]) => [name, roundToHalf(each)] as const),
  ) as Values;

beforeAll(() => startWasmBackend());

describe('a generator of 12 × 16 images with two channels', () => {
  const config = { classDim: 2, contentDim: 3, ...shape };
  const parameters = {
    ...halved(randomParameters(config, random)),
    'convT2.bias': Float32Array.of(-0.5, 0.75),
  };
  const codes = randomCodes(config, 3, random);
  const expected = naiveGenerateAll(config, parameters, codes);

  it('draws what plain loops draw, in tfjs and as an ONNX graph', async () => {
    const predictor = buildPredictor(config, parameters);
    expect(largestDifference(predictor.predict(codes), expected)).toBeLessThan(1e-5);
    predictor.dispose();
    const onnx = await openOnnx(
      exportOnnx({ id: 'glo-test', title: 'A test', unit: 'ink', config, parameters }),
    );
    expect(largestDifference(await onnx.generate(codes), channelsFirst(expected))).toBeLessThan(1e-5);
  });

  it('projects along the slope of the loss', () => {
    const intensity = uniform(1);
    const projector = buildProjector(config, parameters);
    const { loss, contentGradient } = projector.pass(codes, { intensity, rows: [0, 0, 0] });
    projector.dispose();
    const classCode = [...codes.classCodes.subarray(0, 2)];
    const content = [...codes.contentCodes.subarray(0, 3)];
    const lossAt = (contentCode: readonly number[]): number => {
      const image = naiveGenerate(config, parameters, { contentCode, classCode });
      const errors = image.map((value, i) => Math.abs(value - intensity[i]));
      return errors.reduce((sum, error) => sum + error + error * error, 0) / length;
    };
    expect(loss[0]).toBeCloseTo(lossAt(content), 6);
    const step = 1e-5;
    content.forEach((value, j) => {
      const slope =
        (lossAt(content.with(j, value + step)) - lossAt(content.with(j, value - step))) / (2 * step);
      expect(contentGradient[j]).toBeCloseTo(slope, 5);
    });
  });

  it('is trained: images that are one colour each come back, each channel for itself', () => {
    const labels = Uint8Array.from({ length: 40 }, (_, i) => i % 2);
    const images = Uint8Array.from({ length: 40 * length }, (_, i) => {
      const bright = i % 2 === labels[Math.floor(i / length)];
      return bright ? 230 : 25;
    });
    const run = trainGlo({
      ...{ dims: config, images, labels, numClasses: 2 },
      config: { ...exerciseTraining, loss: 'l1+l2', seed: 1, numEpochs: 40, batchSize: 8 },
    });
    const { model } = [...run].at(-1) ?? {};
    expect(model).toBeDefined();
    if (!model) return;
    const predictor = buildPredictor(config, model.parameters);
    const drawn = predictor.predict({
      count: 2,
      contentCodes: model.contentCodes.subarray(0, 6),
      classCodes: model.classCodes,
    });
    predictor.dispose();
    const error = images
      .subarray(0, 2 * length)
      .reduce((sum, byte, i) => sum + Math.abs(byte / 255 - drawn[i]), 0);
    expect(error / drawn.length).toBeLessThan(0.1);
  });

  it('refuses sides that two doublings cannot reach', () => {
    expect(() => generatorShapes({ ...config, imageHeight: 30 })).toThrow(
      'This network takes images whose sides are multiples of 4, from 12 pixels on; these are 30 × 16.',
    );
  });
});

describe('a classifier of 12 × 16 images with two channels into three classes', () => {
  const config = { channels1: 3, channels2: 5, numFeatures: 7, numClasses: 3, ...shape };
  const parameters = halved(randomClassifier(config, random));
  const images = uniform(2);
  const labels = [2, 0];

  it('reads what plain loops read, in tfjs and as an ONNX graph', async () => {
    const classifier = buildClassifier(config, parameters);
    const { features, probabilities } = classifier.classify(images);
    classifier.dispose();
    expect(probabilities).toHaveLength(2 * 3);
    const expected = [0, 1].map((i) =>
      naiveClassify(config, inFloat64(parameters), images.subarray(i * length, (i + 1) * length)),
    );
    expect(
      largestDifference(
        features,
        expected.flatMap((each) => [...each.features]),
      ),
    ).toBeLessThan(1e-4);
    const onnx = await openClassifierOnnx(
      exportClassifierOnnx({ id: 'classifier-test', title: 'A test', config, parameters }),
      config,
    );
    const { logits } = await onnx.classify(channelsFirst(images));
    expect(
      largestDifference(
        logits,
        expected.flatMap((each) => [...each.logits]),
      ),
    ).toBeLessThan(1e-4);
  });

  it('has the slope of its cross-entropy by every pixel', () => {
    const auxiliary = buildAuxiliaryClassifier(config, parameters);
    const { loss, gradient } = auxiliary.crossEntropy(images, labels);
    auxiliary.dispose();
    const lossAt = (pictures: ArrayLike<number>) =>
      naiveCrossEntropy(config, inFloat64(parameters), pictures, labels);
    expect(loss).toBeCloseTo(lossAt(images), 5);
    const step = 1e-6;
    for (let i = 1; i < images.length; i += 41) {
      const at = (shift: number) => lossAt(Float64Array.from(images).with(i, images[i] + shift));
      expect(gradient[i]).toBeCloseTo((at(step) - at(-step)) / (2 * step), 4);
    }
  });
});
