import { describe, expect, it } from 'vitest';
import type { CodeBatch } from '../../../../src/networks/generator/codes.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import {
  meanPixelStd,
  measureDiversity,
  measureRealDiversity,
} from '../../../../training/evaluation/diversity.ts';
import { codeSource } from './code-source.ts';

/** Every pixel is the first number of the content code. */
const paintContent = ({ count, contentCodes }: CodeBatch) =>
  Float32Array.from({ length: count * 784 }, (_, i) => contentCodes[Math.floor(i / 784) * 2]);

describe('meanPixelStd', () => {
  it('is the standard deviation of a pixel, averaged over pixels', () => {
    const pictures = new Float32Array(2 * 784);
    pictures.fill(1, 784, 784 + 392); // half of the pixels are 0 and 1, the rest 0 and 0
    expect(meanPixelStd(pictures, 2)).toBeCloseTo(0.25, 12);
  });
});

describe('measureDiversity', () => {
  it('is the standard deviation over contents, and counts the pictures', () => {
    const source = codeSource({ contentCodes: Float32Array.of(0, 9, 1, 9, 2, 9, 3, 9), labels: '0101' });
    const { diversity } = measureDiversity({ source, predict: paintContent });
    expect(diversity?.value).toBeCloseTo(Math.sqrt(1.25), 6);
    expect(diversity?.n).toBe(4 * 2);
  });

  it('is 0 when all contents give one picture', () => {
    const source = codeSource({ contentCodes: Float32Array.of(0, 9, 1, 9), labels: '01' });
    const predict = ({ count }: CodeBatch) => new Float32Array(count * 784).fill(0.3);
    expect(measureDiversity({ source, predict }).diversity?.value).toBeCloseTo(0, 12);
  });
});

describe('measureRealDiversity', () => {
  it('is over images of one class, however the classes differ', () => {
    const images = new Uint8Array(4 * 784).fill(255, 784, 2 * 784).fill(255, 3 * 784);
    const measure = (labels: number[]) =>
      measureRealDiversity({ images, labels: Uint8Array.from(labels) })['real.diversity'];
    expect(measure([0, 1, 0, 1])).toEqual({ value: 0, n: 4 });
    expect(measure([0, 0, 1, 1])).toEqual({ value: 0.5, n: 4 });
  });

  it('looks at the first 100 images of a class', () => {
    const random = createRandom('images');
    const images = Uint8Array.from({ length: 130 * 784 }, () => random.integer(256));
    const first = measureRealDiversity({
      images: images.subarray(0, 100 * 784),
      labels: new Uint8Array(100),
    });
    expect(measureRealDiversity({ images, labels: new Uint8Array(130) })).toEqual(first);
  });
});
