import { describe, expect, it } from 'vitest';
import { inceptionScore } from '../../../../training/evaluation/inception-score.ts';

describe('inceptionScore', () => {
  it('is the number of classes when each picture is certain and all classes are alike often', () => {
    const oneHot = Float32Array.from({ length: 400 }, (_, i) => Number(i % 10 === Math.floor(i / 10) % 10));
    expect(inceptionScore(oneHot, 10)).toBeCloseTo(10, 6);
  });

  it('is 1 when all pictures are read alike, however certain', () => {
    const certain = Float32Array.from({ length: 50 }, (_, i) => Number(i % 5 === 2));
    expect(inceptionScore(certain, 5)).toBeCloseTo(1, 12);
    expect(inceptionScore(new Float32Array(50).fill(0.2), 5)).toBeCloseTo(1, 6);
  });

  it('is the exponential of the mean divergence, by hand for two pictures', () => {
    const divergence = 0.75 * Math.log(0.75 / 0.5) + 0.25 * Math.log(0.25 / 0.5);
    expect(inceptionScore(Float32Array.of(0.75, 0.25, 0.25, 0.75), 2)).toBeCloseTo(Math.exp(divergence), 12);
  });

  it('says when a row is not whole', () => {
    expect(() => inceptionScore(new Float32Array(15), 10)).toThrow(
      'inceptionScore expects rows of 10 probabilities; it got 15 numbers.',
    );
  });
});
