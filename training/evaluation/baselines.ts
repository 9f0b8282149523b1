/**
 * L1 + L2 of pictures that need no generator: what a loss is read against. The best single picture of each class is where a model
 * ends whose content is dead; a PCA with k components is the best linear code of k numbers, for L2.
 */
import type { ReferenceValues } from '../../src/contract/metrics.ts';
import { principalComponents } from '../../src/numerics/principal-components.ts';
import type { Random } from '../../src/numerics/random.ts';
import { toIntensity } from './pictures.ts';

export interface BaselinesInput {
  /** [n × numbers of an image] bytes. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  /** Starts the PCA; no digit that is shown depends on it. */
  readonly random: Random;
}

const numsComponents = [10, 25, 50, 100] as const;
const numLevels = 256;

/** All `baseline.*` metrics, means over every pixel of every image; n counts the images. */
export function measureBaselines({ images, labels, random }: BaselinesInput): ReferenceValues {
  const n = labels.length;
  const metric = (value: number) => ({ value, n });
  return {
    'baseline.class-only.loss': metric(classOnlyLoss(images, labels)),
    'baseline.one-image.loss': metric(bestImage(images, n).loss),
    'baseline.black.loss': metric(blackLoss(images)),
    ...pcaBaselines(images, random, n),
  };
}

/** The loss of the best single picture of each class, weighted by how many images the class has. */
export function classOnlyLoss(images: Uint8Array, labels: Uint8Array): number {
  const length = images.length / labels.length;
  let total = 0;
  for (const label of new Set(labels)) {
    const rows = Array.from(labels.keys()).filter((row) => labels[row] === label);
    const own = new Uint8Array(rows.length * length);
    rows.forEach((row, at) => {
      own.set(images.subarray(row * length, (row + 1) * length), at * length);
    });
    total += bestImage(own, rows.length).loss * rows.length;
  }
  return total / labels.length;
}

/** The mean of x + x² over all pixels. */
export function blackLoss(images: Uint8Array): number {
  let total = 0;
  for (const byte of images) total += byte / 255 + (byte / 255) ** 2;
  return total / images.length;
}

/** The picture (intensity) with the least mean |x − a| + (x − a)² to all `count` images, bytes, exactly, and that mean over pixels. */
export function bestImage(
  images: Uint8Array,
  count: number,
): { readonly intensity: Float64Array; readonly loss: number } {
  const numPixels = images.length / count;
  const intensity = new Float64Array(numPixels);
  const histogram = new Uint32Array(numLevels);
  let total = 0;
  for (let pixel = 0; pixel < numPixels; pixel++) {
    histogram.fill(0);
    for (let at = pixel; at < images.length; at += numPixels) histogram[images[at]] += 1;
    const best = bestInk(histogram, count);
    intensity[pixel] = best;
    for (let level = 0; level < numLevels; level++) {
      const error = Math.abs(level / 255 - best);
      total += histogram[level] * (error + error * error);
    }
  }
  return { intensity, loss: total / images.length };
}

/**
 * The least of a convex function whose slope at a, (below − above) / n + 2 (a − mean), is linear between the levels and jumps at each: the first
 * level after which it is not negative, or the zero of the straight piece before that level.
 */
function bestInk(histogram: Uint32Array, count: number): number {
  let mean = 0;
  for (let level = 0; level < numLevels; level++) mean += (histogram[level] * level) / (255 * count);
  let below = 0;
  for (let level = 0; level < numLevels; level++) {
    const at = histogram[level];
    const slopeAfter = (2 * (below + at) - count) / count + 2 * (level / 255 - mean);
    if (slopeAfter >= 0) return Math.min(level / 255, mean + (count - 2 * below) / (2 * count));
    below += at;
  }
  return 1;
}

/** PCA of all images with k components, clipped to [0, 1]. */
function pcaBaselines(images: Uint8Array, random: Random, n: number): ReferenceValues {
  const intensity = toIntensity(images);
  const { project, reconstruct } = principalComponents(
    intensity,
    images.length / n,
    Math.max(...numsComponents),
    random.fork('pca'),
  );
  return Object.fromEntries(
    numsComponents.map((k) => [
      `baseline.pca${k}.loss`,
      { value: clippedLoss(reconstruct(project(intensity, k), k), intensity), n },
    ]),
  );
}

function clippedLoss(pictures: Float32Array, intensity: Float32Array): number {
  let total = 0;
  for (let i = 0; i < intensity.length; i++) {
    const error = Math.abs(Math.min(Math.max(pictures[i], 0), 1) - intensity[i]);
    total += error + error * error;
  }
  return total / intensity.length;
}
