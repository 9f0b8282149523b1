import { describe, expect, it } from 'vitest';
import { fitGaussian } from '../../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { inceptionScore } from '../../../../training/evaluation/inception-score.ts';
import { nearestImageDistance } from '../../../../training/evaluation/nearest-image.ts';
import { clipped, pictureQuality, splitInception } from '../../../../training/evaluation/picture-quality.ts';
import { numPixels } from '../../../support/digit-shape.ts';
import { joinPictures, markClass, markJudge } from './fakes.ts';

const random = createRandom('picture quality');
/** Noise that is read as the labels. */
const picturesOf = (labels: readonly number[]) =>
  joinPictures(
    labels.map((label) =>
      markClass(
        Float32Array.from({ length: numPixels }, () => random.uniform()),
        label,
      ),
    ),
  );

describe('pictureQuality', () => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 4);
  const pictures = picturesOf(labels);
  const { features, probabilities } = markJudge.classify(pictures);
  const real = fitGaussian(features, 3);
  const qualityOf = (images: Float32Array) => pictureQuality(markJudge.classify(clipped(images)), real);

  it('finds shares and effective number of the classes that are read', () => {
    const quality = qualityOf(picturesOf([7, 7, 7, 2]));
    expect(quality.largestClass.value).toBeCloseTo(0.75);
    expect(quality.smallestClass.value).toBe(0);
    expect(quality.effectiveClasses.value).toBeCloseTo(
      Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25)),
    );
    expect(quality.confidence).toEqual({ value: expect.closeTo(0.91, 5) as number, n: 4 });
  });

  it('is no distance from the pictures that it is measured against, and some from others', () => {
    const same = qualityOf(pictures);
    expect(same.frechet.value).toBeCloseTo(0, 5);
    expect(same.inception.value).toBeCloseTo(inceptionScore(probabilities, 10), 5);
    const dark = qualityOf(pictures.map((value, i) => (i % numPixels === 0 ? value : 0)));
    expect(dark.frechet.value).toBeGreaterThan(0.5);
  });

  it('looks at what a screen would show of intensity outside [0, 1]', () => {
    const [inside, outside] = [pictures.slice(), pictures.slice()];
    for (const pixel of [300, 406, 500]) {
      inside[pixel] = 1;
      outside[pixel] = 7;
    }
    expect(qualityOf(outside)).toEqual(qualityOf(inside));
  });
});

it('Inception Scores are means over splits of 1,000, with their spread', () => {
  const alike = Float32Array.from({ length: 2000 }, (_, i) => i % 2);
  const certain = Float32Array.from({ length: 2000 }, (_, i) =>
    Number(i % 4 < 2 ? i % 2 === 0 : i % 2 === 1),
  );
  expect(splitInception(alike, 2)).toEqual({ value: expect.closeTo(1, 5) as number });
  const both = splitInception(Float32Array.of(...alike, ...certain), 2);
  expect(both.value).toBeCloseTo(1.5, 5);
  expect(both.foldSd).toBeCloseTo(Math.SQRT1_2, 5);
  expect(splitInception(alike.subarray(0, 20), 2).foldSd).toBeUndefined();
});

it('the nearest image is found among more than are compared at once', () => {
  const images = Uint8Array.from({ length: 2500 * 4 }, () => random.integer(256));
  const at = (row: number) => Float32Array.from(images.subarray(row * 4, row * 4 + 4), (byte) => byte / 255);
  const pictures = Float32Array.of(...at(3), ...at(2400).map((value) => value + 0.001));
  expect(nearestImageDistance(pictures, images, 4)).toBeCloseTo(0.0005, 4);
});
