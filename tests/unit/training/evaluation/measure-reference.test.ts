import { describe, expect, it } from 'vitest';
import { referenceNames } from '../../../../src/contract/metric-names.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { measureReference } from '../../../../training/evaluation/measure-reference.ts';

describe('measureReference', () => {
  const { images, labels } = makeStrokes({ seed: 'train', numImages: 100 });
  const otherImages = makeStrokes({ seed: 'test', numImages: 100 }).images;
  /** Knows 80 of the 100 training images; its features are the intensity of the upper and of the lower half. */
  const evaluationClassifier = {
    classify(pictures: Float32Array) {
      const probabilities = new Float32Array(1000);
      labels.forEach((label, row) => (probabilities[row * 10 + ((label + Number(row < 20)) % 10)] = 1));
      const features = Float32Array.from({ length: 200 }, (_, half) =>
        pictures.subarray(half * 392, (half + 1) * 392).reduce((sum, intensity) => sum + intensity, 0),
      );
      return { numClasses: 10, probabilities, features };
    },
  };
  const given = (prefix: string) =>
    Object.fromEntries(
      Object.keys(referenceNames)
        .filter((name) => name.startsWith(prefix))
        .map((name) => [name, { value: 0.1, n: 100 }]),
    );
  const metrics = measureReference({
    images,
    labels,
    otherImages,
    unseenImages: images,
    many: { images, test: images },
    evaluationClassifier,
    evaluationClassifierAccuracy: { value: 0.99, n: 10_000 },
    auxiliaryClassifierAccuracy: { value: 0.98, n: 10_000 },
    probeValues: given('probe.'),
    factorReading: given('real.factorReading.'),
    random: createRandom('reference'),
  });

  it('has every reference metric, finite, with what it is over', () => {
    expect(Object.keys(metrics).sort()).toEqual(Object.keys(referenceNames).sort());
    expect(Object.values(metrics).every(({ value, n }) => Number.isFinite(value) && n > 0)).toBe(true);
  });

  it('keeps what it was given', () => {
    expect(metrics['evaluationClassifier.accuracy']).toEqual({ value: 0.99, n: 10_000 });
    expect(metrics['auxiliaryClassifier.accuracy']).toEqual({ value: 0.98, n: 10_000 });
    expect(metrics['probe.majority']).toEqual({ value: 0.1, n: 100 });
  });

  it('measures the distance of images it saw, and of those that it is given as unseen', () => {
    expect(metrics['real.frechet']?.value).toBeGreaterThan(0.1);
    expect(metrics['real.frechetUnseen']?.value).toBeCloseTo(0, 6); // here they are the training images themselves
  });

  it('judges many training images beside the test images, which here are the same', () => {
    expect(metrics['real.generated.frechet']?.value).toBeCloseTo(0, 6);
    expect(metrics['real.generated.inception']).toMatchObject({ n: 100 });
  });

  it('says how much of the training images the evaluation classifier reads', () => {
    expect(metrics['real.accuracy']).toEqual({ value: 0.8, n: 100 });
  });

  it('orders the baselines: the class alone helps, and every component helps more', () => {
    const value = (name: keyof typeof metrics) => metrics[name]?.value ?? NaN;
    expect(value('baseline.one-image.loss')).toBeLessThan(value('baseline.black.loss'));
    expect(value('baseline.class-only.loss')).toBeLessThan(value('baseline.one-image.loss'));
    expect(value('baseline.pca10.loss')).toBeLessThan(value('baseline.class-only.loss'));
    expect(value('baseline.pca25.loss')).toBeLessThan(value('baseline.pca10.loss'));
    expect(value('baseline.pca100.loss')).toBeCloseTo(0, 5); // 100 images span 99 directions
  });
});
