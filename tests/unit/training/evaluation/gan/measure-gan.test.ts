import { describe, expect, it } from 'vitest';
import type { Gan } from '../../../../../src/networks/gan/predictor.ts';
import { measureDiscriminator } from '../../../../../training/evaluation/gan/discriminator.ts';
import { measureCourse } from '../../../../../training/evaluation/gan/training-course.ts';

/** Whose images are one number, which is also their score. */
const gan = {
  discriminate: (images: Float32Array) => ({ scores: images.slice(), gradients: images.slice() }),
} as Pick<Gan, 'discriminate'> as Gan;

describe('a discriminator', () => {
  const input = {
    gan,
    learned: Float32Array.of(2, 1, 1, -1),
    unseen: Float32Array.of(1, 1, -1, -1),
    pictures: Float32Array.of(-1, -1, -1, 1),
  };

  it('has an accuracy where scores are logits, and less of it on images that it did not learn from', () => {
    expect(measureDiscriminator({ ...input, hasLabels: true })).toEqual({
      'discriminator.estimate': { value: 1.25, n: 4 },
      'discriminator.unseenEstimate': { value: 0.5, n: 4 },
      'discriminator.accuracy': { value: 6 / 8, n: 8 },
      'discriminator.unseenAccuracy': { value: 5 / 8, n: 8 },
    });
  });

  it('has none as a critic, whose scores have no zero', () => {
    expect(Object.keys(measureDiscriminator({ ...input, hasLabels: false }))).toEqual([
      'discriminator.estimate',
      'discriminator.unseenEstimate',
    ]);
  });
});

describe('the course of a game', () => {
  it('is its best epoch, and the mean and the spread of the last quarter', () => {
    const { 'inception.late': late, ...others } = measureCourse([1, 5, 2, 2, 2, 3, 3, 4]);
    expect(late).toEqual({ value: 3.5, n: 2 });
    expect(others['inception.best']).toEqual({ value: 5, n: 8 });
    expect(others['inception.lateSd']?.value).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it('has no spread of one epoch', () => {
    expect(measureCourse([2])).toEqual({
      'inception.best': { value: 2, n: 1 },
      'inception.late': { value: 2, n: 1 },
    });
  });
});
