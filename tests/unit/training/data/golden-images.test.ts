import { expect, test } from 'vitest';
import { goldenImages } from '../../../../training/data/golden-images.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { digitShape } from '../../../support/digit-shape.ts';

const digits = makeStrokes({ seed: 'golden', numImages: 3 }).images;

test('golden images are drawn digits, as they are where they fit', () => {
  expect(goldenImages(digitShape, 3)).toEqual(digits);
});

test('larger ones in colour have a digit in each channel, and no two alike', () => {
  const images = goldenImages({ imageHeight: 56, imageWidth: 56, imageChannels: 3 }, 3);
  expect(images).toHaveLength(3 * 56 * 56 * 3);
  const channel = (image: number, c: number) =>
    digits.slice(0, 784).map((_, i) => {
      const [y, x] = [Math.floor(i / 28), i % 28];
      return images[((image * 56 + 2 * y) * 56 + 2 * x) * 3 + c];
    });
  expect(channel(0, 0)).toEqual(digits.slice(0, 784));
  expect(channel(0, 1)).toEqual(digits.slice(784, 2 * 784));
  expect(channel(2, 2)).toEqual(digits.slice(784, 2 * 784));
});
