import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { loadImages } from '../../../../training/data/sources.ts';
import {
  bestImage,
  blackLoss,
  classOnlyLoss,
  measureBaselines,
} from '../../../../training/evaluation/baselines.ts';
import { describeWithMnist } from '../../../support/mnist.ts';

/** Images of one value each. */
const flat = (...bytes: number[]) =>
  Uint8Array.from({ length: bytes.length * 784 }, (_, i) => bytes[Math.floor(i / 784)]);

describe('bestImage', () => {
  const loss = (values: readonly number[], a: number) =>
    values.reduce((sum, x) => sum + Math.abs(x - a) + (x - a) ** 2, 0) / values.length;

  it('lies between mean and median: at a level where the slope changes sign, by hand', () => {
    // 0, 0, 255: before 0 the slope is below, after it 1/3 − 2/3 = −1/3 < 0 … + 2a: the zero is at a = 1/6.
    const { intensity, loss: least } = bestImage(flat(0, 0, 255), 3);
    expect(intensity[0]).toBeCloseTo(1 / 3 - 1 / 6, 12);
    expect(least).toBeCloseTo(loss([0, 0, 1], 1 / 6), 12);
    // 0, 102, 255: around the median, 102, it jumps from below 0 to above it.
    expect(bestImage(flat(0, 102, 255), 3).intensity[783]).toBeCloseTo(0.4, 12);
  });

  it('is no worse than any other value for many pixels', () => {
    const random = createRandom('pixels');
    const count = 9;
    const images = Uint8Array.from({ length: count * 784 }, () => 255 * random.uniform() ** 3);
    const { intensity } = bestImage(images, count);
    for (let pixel = 0; pixel < 784; pixel += 13) {
      const values = Array.from({ length: count }, (_, row) => images[row * 784 + pixel] / 255);
      const least = loss(values, intensity[pixel]);
      for (let a = 0; a <= 1; a += 0.01) expect(least).toBeLessThanOrEqual(loss(values, a) + 1e-12);
    }
  });
});

describe('the losses without a model', () => {
  const classOnly = (images: Uint8Array, labels: number[]) => classOnlyLoss(images, Uint8Array.from(labels));

  it('are 0 for the class alone when all images of a class are the same', () => {
    expect(classOnly(flat(0, 255, 0, 255), [3, 8, 3, 8])).toBe(0);
    expect(bestImage(flat(0, 255, 0, 255), 4).loss).toBeCloseTo(0.5 + 0.25, 12);
  });

  it('weigh the classes by their images', () => {
    // Class 0 is one image; class 1 costs .75 a pixel.
    expect(classOnly(flat(7, 0, 255), [0, 1, 1])).toBeCloseTo((2 / 3) * 0.75, 12);
  });

  it('are the mean intensity and its square for an empty image', () => {
    expect(blackLoss(flat(0, 255, 51, 0))).toBeCloseTo((1 + 1 + 0.2 + 0.04) / 4, 12);
  });
});

describeWithMnist('the baselines of MNIST', () => {
  it('are those of the first 2,000 training images', async () => {
    const { images, labels } = await loadImages('mnist', { numImages: 2000 });
    const found = measureBaselines({ images, labels, random: createRandom('floors') });
    const marks = {
      'baseline.class-only.loss': 0.159,
      'baseline.one-image.loss': 0.1995,
      'baseline.black.loss': 0.2418,
      'baseline.pca10.loss': 0.1199,
      'baseline.pca25.loss': 0.0806,
      'baseline.pca50.loss': 0.0534,
      'baseline.pca100.loss': 0.0326,
    } as const;
    for (const [name, mark] of Object.entries(marks)) {
      const metric = found[name as keyof typeof marks];
      expect(metric?.n).toBe(2000);
      expect(Math.abs((metric?.value ?? NaN) - mark), name).toBeLessThan(5e-4);
    }
  });
});
