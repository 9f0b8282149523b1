/** Shuffled batches of a data set, with fresh noise for each sample. Not a loader: the images are all in memory. */
import { normalArray, type Random } from '../../../src/numerics/random.ts';

export interface Batch {
  /** Which images, [n]: rows of the content codes. */
  readonly images: Uint32Array;
  /** Their classes, [n]: rows of the class codes. */
  readonly labels: Uint8Array;
  /** Their intensity in [0, 1] in the layout of the logits (`toPhases`). */
  readonly targets: Float32Array;
  /** Gaussian noise for the content codes, already × σ, [n × contentDim]: one draw a sample, never stored. */
  readonly noise: Float32Array;
  /** While training is guided: the other class that each content is shown in, [n]. */
  readonly transferLabels?: Uint8Array | undefined;
}

export interface BatchSource {
  /** Intensity in [0, 1] from `toPhases`. */
  readonly targets: Float32Array;
  readonly labels: Uint8Array;
  readonly batchSize: number;
  readonly contentDim: number;
  readonly noiseStd: number;
  readonly noise: Random;
}

/** One epoch: every image once, in a new order; the last batch may be smaller. */
export const epochBatches = (source: BatchSource & { readonly shuffle: Random }): Generator<Batch> =>
  batchesOf(source, source.shuffle.permutation(source.labels.length));

/** These images, in this order. */
export function* batchesOf(source: BatchSource, order: Uint32Array): Generator<Batch> {
  const { targets, labels, batchSize, contentDim, noiseStd } = source;
  for (let start = 0; start < order.length; start += batchSize) {
    const images = order.subarray(start, start + batchSize);
    const length = targets.length / labels.length;
    const batchTargets = new Float32Array(images.length * length);
    images.forEach((image, i) => {
      batchTargets.set(targets.subarray(image * length, (image + 1) * length), i * length);
    });
    yield {
      images,
      labels: Uint8Array.from(images, (image) => labels[image]),
      targets: batchTargets,
      noise: normalArray(source.noise, images.length * contentDim, noiseStd),
    };
  }
}
