/** The one picture that is nearest to many images on average, pixel by pixel: what a generator draws that cannot tell them apart. */
import type { PixelLoss } from './state.ts';

const halvings = 30;

/** The value with the least mean loss to all samples in [0, 1]: the median, the mean, or what lies between. */
export function bestSingleValue(samples: readonly number[], loss: PixelLoss): number {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  if (loss === 'l2') return mean;
  const sorted = samples.toSorted((a, b) => a - b);
  if (loss === 'l1') return sorted[(sorted.length - 1) >> 1];
  // The slope of L1 + L2 only rises with the value: halve the interval that its zero is in.
  let [low, high] = [0, 1];
  for (let i = 0; i < halvings; i++) {
    const value = (low + high) / 2;
    const below = sorted.filter((sample) => sample < value).length;
    const above = sorted.filter((sample) => sample > value).length;
    const slope = (below - above) / sorted.length + 2 * (value - mean);
    if (slope > 0) high = value;
    else low = value;
  }
  return (low + high) / 2;
}

/** `images`: [n, numPixels] in [0, 1]. Returns [numPixels]. */
export function bestPicture(images: readonly Float32Array[], loss: PixelLoss): Float32Array {
  return images[0].map((_, pixel) =>
    bestSingleValue(
      images.map((image) => image[pixel]),
      loss,
    ),
  );
}
