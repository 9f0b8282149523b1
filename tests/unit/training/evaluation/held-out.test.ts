/** Projection on cases whose answer is known: images that the model itself made, and images that it was trained on. */
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainingConfig } from '../../../../src/contract/families/glo.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import type { GeneratorParameters } from '../../../../src/networks/generator/generator.ts';
import { buildProjector, type Projector } from '../../../../src/networks/generator/projection.ts';
import { reconstructions, type CodeSource } from '../../../../src/networks/generator/codes.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { gatherRows, rootMeanSquare } from '../../../../src/numerics/arrays.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { measureHeldOut, type HeldOutInput } from '../../../../training/evaluation/held-out.ts';
import { projectContents } from '../../../../training/evaluation/project-contents.ts';
import { trainGlo } from '../../../../training/methods/glo/train.ts';
import { randomCodes, randomParameters } from '../../../support/random-generator.ts';
import { digitShape } from '../../../support/digit-shape.ts';

const numClasses = 3;
const dims = { classDim: 4, contentDim: 4, ...digitShape };

/** What an instrument needs of a checkpoint. */
const sourceOf = (
  { contentCodes, classCodes }: Pick<CodeSource, 'contentCodes' | 'classCodes'>,
  labels: readonly number[],
): CodeSource => ({
  manifest: {
    dataset: {
      name: 'strokes',
      split: 'train',
      firstImage: 0,
      numTrainingImages: labels.length,
      sha256: '0'.repeat(64),
      numImages: labels.length,
      labels: labels.join(''),
    },
    model: {
      network: 'exercise-generator',
      numClasses,
      ...dims,
      imageHeight: 28,
      imageWidth: 28,
      imageChannels: 1,
      numParameters: 1,
    },
  },
  contentCodes,
  classCodes,
});

beforeAll(() => startWasmBackend());

const projectors: Projector[] = [];
afterAll(() => projectors.forEach((projector) => projector.dispose()));
function projectorOf(parameters: GeneratorParameters): Projector {
  const projector = buildProjector(dims, parameters);
  projectors.push(projector);
  return projector;
}

/** A random generator, 30 images that it made from known codes, and 6 more of its own that own no code. */
function ownImages(): HeldOutInput {
  const random = createRandom('held out');
  const parameters = randomParameters(dims, random);
  const labels = Array.from({ length: 36 }, (_, i) => i % numClasses);
  const tables = {
    contentCodes: randomCodes(dims, 36, random).contentCodes,
    classCodes: randomCodes(dims, numClasses, random).classCodes.map((value) => 2 * value),
  };
  const predictor = buildPredictor(dims, parameters);
  const intensity = predictor.predict(
    reconstructions(
      sourceOf(tables, labels),
      labels.map((_, i) => i),
    ),
  );
  predictor.dispose();
  const bytes = Uint8Array.from(intensity, (value) => Math.round(255 * value));
  return {
    source: sourceOf(
      { ...tables, contentCodes: tables.contentCodes.slice(0, 30 * dims.contentDim) },
      labels.slice(0, 30),
    ),
    projector: projectorOf(parameters),
    images: bytes.slice(30 * 784),
    labels: Uint8Array.from(labels.slice(30)),
    trainImages: bytes.slice(0, 30 * 784),
    numImages: 6,
    numStarts: 2,
    numSteps: 40,
  };
}

describe('images that the model itself made', () => {
  it('are found again almost exactly, and so is their class', () => {
    const { metrics, projection } = measureHeldOut({ ...ownImages(), numStarts: 3, numSteps: 60 });
    const { value: known, n } = metrics['heldOut.known.loss'] ?? { value: NaN, n: 0 };
    expect(n).toBe(6);
    expect(projection.known[0]).toBeGreaterThan(0.015);
    expect(known).toBeLessThan(0.004);
    expect(metrics['heldOut.known.l1']?.value).toBeLessThan(known);
    expect(metrics['heldOut.unknown.accuracy']).toEqual({ value: 1, n: 6 });
  });

  it('need no step when they own a code: the search begins at the nearest training image', () => {
    const { trainImages, ...input } = ownImages();
    const { metrics, projection } = measureHeldOut({
      ...input,
      trainImages,
      images: trainImages.slice(0, 6 * 784),
      labels: Uint8Array.from(input.source.manifest.dataset.labels.slice(0, 6), Number),
    });
    expect(projection.known[0]).toBeLessThan(2 / 255); // what rounding to bytes took
    expect(metrics['heldOut.unknown.accuracy']?.value).toBe(1);
  });
});

describe('held-out curves', () => {
  it('never rise, end in the metrics, and are never above the known class’s when the class is free', () => {
    const { metrics, projection } = measureHeldOut(ownImages());
    expect(projection.steps.at(-1)).toBe(40);
    for (const curve of [projection.known, projection.unknown]) {
      expect(curve).toHaveLength(projection.steps.length);
      expect(curve).toEqual(curve.toSorted((a, b) => b - a));
    }
    projection.unknown.forEach((loss, i) => expect(loss).toBeLessThanOrEqual(projection.known[i]));
    expect(projection.known.at(-1)).toBeCloseTo(metrics['heldOut.known.loss']?.value ?? NaN, 6);
    expect(projection.unknown.at(-1)).toBeCloseTo(metrics['heldOut.unknown.loss']?.value ?? NaN, 6);
  });

  it('are the same again, and leave no tensor behind', () => {
    const input = { ...ownImages(), numSteps: 5 };
    const before = memory().numTensors;
    expect(measureHeldOut(input)).toEqual(measureHeldOut(input));
    expect(memory().numTensors).toBe(before);
  });
});

describe('a training image of a trained model', () => {
  it('comes back from the mean code as well as from the code it learned', () => {
    const strokes = makeStrokes({ seed: 'held out', numImages: 20 });
    const config: TrainingConfig = {
      preset: 'lord',
      seed: 1,
      numEpochs: 30,
      batchSize: 10,
      loss: 'l1+l2',
      contentNoiseStd: 0.1,
      contentDecay: 0,
      codeInitStd: 0.05,
      learningRates: { generator: 3e-3, classCodes: 1e-2, contentCodes: 1e-2 },
      contentWhitening: 'none',
      guidance: null,
      mistake: null,
    };
    const [model] = [...trainGlo({ dims, config, ...strokes, numClasses: 10 })].map((epoch) => epoch.model);
    const projector = buildProjector(dims, model.parameters);
    const targets = {
      intensity: Float32Array.from(strokes.images, (byte) => byte / 255),
      rows: Array.from({ length: 20 }, (_, i) => i),
    };
    const classCodes = gatherRows(model.classCodes, dims.classDim, strokes.labels);
    const own = projector.pass({ count: 20, contentCodes: model.contentCodes, classCodes }, targets);
    const mean = new Float32Array(dims.contentDim);
    model.contentCodes.forEach((value, i) => (mean[i % dims.contentDim] += value / 20));
    const starts = gatherRows(mean, dims.contentDim, new Array<number>(20).fill(0));
    const found = projectContents(projector, { count: 20, contentCodes: starts, classCodes }, targets, {
      numSteps: 80,
      learningRate: 0.3,
      codeScale: rootMeanSquare(model.contentCodes),
      priorWeight: 1e-4,
    });
    const again = projector.pass({ count: 20, contentCodes: found.contentCodes, classCodes }, targets);
    projector.dispose();
    const total = (losses: Float64Array) => losses.reduce((sum, loss) => sum + loss, 0) / 20;
    expect(total(found.bestAfter[0])).toBeGreaterThan(1.2 * total(own.loss));
    expect(total(found.loss)).toBeLessThan(1.02 * total(own.loss));
    expect(again.loss).toEqual(found.loss); // the codes given back are those of the loss given back
  });
});

describe('sizes that do not fit', () => {
  it.each<[Partial<HeldOutInput>, string]>([
    [{ images: new Uint8Array(100) }, 'Expected 784 numbers for each of 6 held-out labels, got 100.'],
    [
      { trainImages: new Uint8Array(784) },
      'Expected the images of all 30 content codes, 23520 numbers, got 784.',
    ],
    [{ numImages: 7 }, 'Cannot choose 7 of 6 held-out images.'],
    [{ numImages: 0 }, 'Cannot choose 0 of 6 held-out images.'],
    [{ numStarts: 31 }, 'Cannot start at 31 of 30 content codes.'],
  ])('are told: %o', (part, message) => {
    expect(() => measureHeldOut({ ...ownImages(), ...part })).toThrow(message);
  });
});
