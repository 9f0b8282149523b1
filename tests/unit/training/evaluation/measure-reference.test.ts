import { describe, expect, it } from 'vitest';
import { referenceNames } from '../../../../src/contract/figures.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { measureReference } from '../../../../training/evaluation/measure-reference.ts';

describe('measureReference', () => {
  const { images, labels } = makeStrokes({ seed: 'train', numImages: 100 });
  const otherImages = makeStrokes({ seed: 'test', numImages: 100 }).images;
  /** Knows 80 of the 100 training images; its features are the ink of the upper and of the lower half. */
  const judge = {
    classify(pictures: Float32Array) {
      const probabilities = new Float32Array(1000);
      labels.forEach((label, row) => (probabilities[row * 10 + ((label + Number(row < 20)) % 10)] = 1));
      const features = Float32Array.from({ length: 200 }, (_, half) =>
        pictures.subarray(half * 392, (half + 1) * 392).reduce((sum, ink) => sum + ink, 0),
      );
      return { probabilities, features };
    },
  };
  const probeFigures = Object.fromEntries(
    Object.keys(referenceNames)
      .filter((name) => name.startsWith('probe.'))
      .map((name) => [name, { value: 0.1, n: 100 }]),
  );
  const figures = measureReference({
    images,
    labels,
    otherImages,
    unseenImages: images,
    judge,
    judgeAccuracy: { value: 0.99, n: 10_000 },
    criticAccuracy: { value: 0.98, n: 10_000 },
    probeFigures,
    random: createRandom('reference'),
  });

  it('has every reference figure, finite, with what it is over', () => {
    expect(Object.keys(figures).sort()).toEqual(Object.keys(referenceNames).sort());
    expect(Object.values(figures).every(({ value, n }) => Number.isFinite(value) && n > 0)).toBe(true);
  });

  it('keeps what it was given', () => {
    expect(figures['judge.accuracy']).toEqual({ value: 0.99, n: 10_000 });
    expect(figures['critic.accuracy']).toEqual({ value: 0.98, n: 10_000 });
    expect(figures['probe.majority']).toEqual({ value: 0.1, n: 100 });
  });

  it('measures the distance of images it saw, and of those that it is given as unseen', () => {
    expect(figures['real.frechet']?.value).toBeGreaterThan(0.1);
    expect(figures['real.frechetUnseen']?.value).toBeCloseTo(0, 6); // here they are the training images themselves
  });

  it('says how much of the training images the judge reads', () => {
    expect(figures['real.read']).toEqual({ value: 0.8, n: 100 });
  });

  it('orders the floors: the class alone helps, and every component helps more', () => {
    const value = (name: keyof typeof figures) => figures[name]?.value ?? NaN;
    expect(value('floor.one-image.loss')).toBeLessThan(value('floor.black.loss'));
    expect(value('floor.class-only.loss')).toBeLessThan(value('floor.one-image.loss'));
    expect(value('floor.pca10.loss')).toBeLessThan(value('floor.class-only.loss'));
    expect(value('floor.pca25.loss')).toBeLessThan(value('floor.pca10.loss'));
    expect(value('floor.pca100.loss')).toBeCloseTo(0, 5); // 100 images span 99 directions
  });
});
