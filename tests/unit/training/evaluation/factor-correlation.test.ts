import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { momentNames } from '../../../../src/numerics/image-moments.ts';
import { contentKept, contentOwn } from '../../../../training/evaluation/factor-correlation.ts';
import {
  labelsOf,
  measureReconstructions,
  measureTransfers,
  type Predict,
} from '../../../../training/evaluation/pictures.ts';
import { codeSource } from './code-source.ts';
import { drawBlob, joinPictures, type BlobShape } from './fakes.ts';

const numClasses = 3;
const numImages = 240;
const labels = Array.from({ length: numImages }, (_, i) => i % numClasses).join('');
/** The content code of image i is [i, 0]: what a generator makes of it is up to each test. */
const source = codeSource({
  contentCodes: Float32Array.from({ length: numImages * 2 }, (_, i) => (i % 2 === 0 ? i / 2 : 0)),
  labels,
  numClasses,
});

const middle: BlobShape = { ink: 25, slant: 0.1, width: 2.4, height: 3.4 };

/** One shape an image; classes differ in their means, which must not count as content kept. */
function drawShapes(seed: string): BlobShape[] {
  const random = createRandom(seed);
  return Array.from({ length: numImages }, (_, i) => {
    const away = () => 2 * random.uniform() - 1;
    return {
      ink: middle.ink + 5 * away() + (i % numClasses) * 3,
      slant: middle.slant + 0.3 * away(),
      width: middle.width + 0.4 * away() + (i % numClasses) * 0.2,
      height: middle.height + 0.4 * away(),
    };
  });
}

const shapes = drawShapes('originals');
const images = Uint8Array.from(joinPictures(shapes.map(drawBlob)), (intensity) =>
  Math.round(255 * intensity),
);
const originals = { images, labels: labelsOf(source), imageWidth: 28 };

const generator =
  (shapeOf: (image: number) => BlobShape): Predict =>
  ({ count, contentCodes }) =>
    joinPictures(Array.from({ length: count }, (_, row) => drawBlob(shapeOf(contentCodes[row * 2]))));

const kept = (shapeOf: (image: number) => BlobShape) =>
  measureTransfers({
    source,
    predict: generator(shapeOf),
    measures: [contentKept(originals, numClasses)],
  });

describe('contentKept', () => {
  it('is 1 when every transfer copies the handwriting', () => {
    const metrics = kept((image) => shapes[image]);
    for (const name of momentNames) {
      expect(metrics[`factorCorrelation.transfer.${name}`]?.value).toBeGreaterThan(0.99);
      expect(metrics[`factorCorrelation.transfer.${name}`]?.n).toBe(numImages * (numClasses - 1));
    }
  });

  it('is −1 when every transfer inverts it', () => {
    const metrics = kept((image) => {
      const { ink, slant, width, height } = shapes[image];
      return {
        ink: 2 * middle.ink - ink + 15,
        slant: 2 * middle.slant - slant,
        width: 2 * middle.width - width + 0.5,
        height: 2 * middle.height - height,
      };
    });
    for (const name of momentNames)
      expect(metrics[`factorCorrelation.transfer.${name}`]?.value).toBeLessThan(-0.98);
  });

  it('is near 0 for handwriting that has nothing to do with the source, though classes differ alike', () => {
    const others = drawShapes('others');
    const metrics = kept((image) => others[image]);
    for (const name of momentNames)
      expect(Math.abs(metrics[`factorCorrelation.transfer.${name}`]?.value ?? NaN)).toBeLessThan(0.15);
  });

  it('is 0 for a generator that draws one picture', () => {
    const metrics = kept(() => middle);
    for (const name of momentNames) expect(metrics[`factorCorrelation.transfer.${name}`]?.value).toBe(0);
  });

  it('leaves out classes of one image, which have no correlation', () => {
    const lonely = codeSource({ ...source, labels: `2${'01'.repeat(119)}0`, numClasses });
    const metrics = measureTransfers({
      source: lonely,
      predict: generator((image) => shapes[image]),
      measures: [contentKept({ images, labels: labelsOf(lonely), imageWidth: 28 }, numClasses)],
    });
    for (const name of momentNames)
      expect(metrics[`factorCorrelation.transfer.${name}`]?.value).toBeGreaterThan(0.99);
  });
});

describe('contentOwn', () => {
  it('compares each image with its own reconstruction', () => {
    const perfect = measureReconstructions({
      source,
      predict: generator((image) => shapes[image]),
      measures: [contentOwn(originals, numClasses)],
    });
    const upright = measureReconstructions({
      source,
      predict: generator((image) => ({ ...shapes[image], slant: 0 })),
      measures: [contentOwn(originals, numClasses)],
    });
    for (const name of momentNames) {
      expect(perfect[`factorCorrelation.reconstruction.${name}`]?.value).toBeGreaterThan(0.99);
      expect(perfect[`factorCorrelation.reconstruction.${name}`]?.n).toBe(numImages);
    }
    expect(Math.abs(upright['factorCorrelation.reconstruction.slant']?.value ?? NaN)).toBeLessThan(0.2);
    expect(upright['factorCorrelation.reconstruction.height']?.value).toBeGreaterThan(0.99);
  });
});
