/**
 * Fakes whose answers are known: an evaluation classifier that reads a class written into a picture, and blobs with moments that
 * one can choose.
 */
import { imageSize, numPixels } from '../../../support/digit-shape.ts';
import type { EvaluationClassifier } from '../../../../training/evaluation/pictures.ts';

/** A picture that `markJudge` reads as `label`: the first pixel's intensity is label / 16. */
export function markClass(picture: Float32Array, label: number): Float32Array {
  picture[0] = label / 16;
  return picture;
}

/** Reads the mark; its features are the intensity of three places. */
export const markJudge: EvaluationClassifier = {
  classify(images) {
    const count = images.length / numPixels;
    const probabilities = new Float32Array(count * 10).fill(0.01);
    const features = new Float32Array(count * 3);
    for (let row = 0; row < count; row++) {
      const picture = images.subarray(row * numPixels, (row + 1) * numPixels);
      probabilities[row * 10 + Math.min(9, Math.round(picture[0] * 16))] = 0.91;
      features.set([picture[300], picture[406], picture[500]], row * 3);
    }
    return { numClasses: 10, probabilities, features };
  },
};

/** In the units of ImageMoments. */
export interface BlobShape {
  readonly ink: number;
  readonly slant: number;
  readonly width: number;
  readonly height: number;
}

/** A sheared Gaussian in the middle of an image, [784]: its moments are what it is given, but for the edges. */
export function drawBlob({ ink, slant, width, height }: BlobShape): Float32Array {
  const middle = (imageSize - 1) / 2;
  return Float32Array.from({ length: numPixels }, (_, pixel) => {
    const y = middle - Math.floor(pixel / imageSize);
    const x = (pixel % imageSize) - middle - slant * y;
    return (ink / (2 * Math.PI * width * height)) * Math.exp(-((x / width) ** 2 + (y / height) ** 2) / 2);
  });
}

/** The pictures of a batch, one after the other, [count × 784]. */
export function joinPictures(pictures: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const joined = new Float32Array(pictures.length * numPixels);
  pictures.forEach((picture, row) => joined.set(picture, row * numPixels));
  return joined;
}
