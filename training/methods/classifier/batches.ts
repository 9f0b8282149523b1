/** Shuffled batches of labelled images, each image moved by a few pixels at random: the only augmentation. */
import { gatherPixels } from '../../../src/networks/classifier/pass.ts';
import { imageSize, numPixels } from '../../../src/networks/generator/generator.ts';
import type { Random } from '../../../src/numerics/random.ts';

export interface LabelledBatch {
  /** Intensity in [0, 1] in the layout of the first convolution's input, [n × 14 × 14 × 4]. */
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
}

interface BatchSource {
  /** [numImages × 784] bytes, row-major. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly batchSize: number;
  readonly maxShift: number;
  readonly shuffle: Random;
  readonly shift: Random;
}

/** One epoch: every image once, in a new order; the last batch may be smaller. */
export function* labelledBatches(source: BatchSource): Generator<LabelledBatch> {
  const { images, labels, batchSize, maxShift, shift } = source;
  const draw = () => shift.integer(2 * maxShift + 1) - maxShift;
  const order = source.shuffle.permutation(labels.length);
  for (let start = 0; start < order.length; start += batchSize) {
    const batch = order.subarray(start, start + batchSize);
    const moved = new Float32Array(batch.length * numPixels);
    batch.forEach((image, i) => {
      const from = images.subarray(image * numPixels, (image + 1) * numPixels);
      shiftInto(moved.subarray(i * numPixels, (i + 1) * numPixels), from, draw(), draw());
    });
    yield { pixels: gatherPixels(moved), labels: Uint8Array.from(batch, (image) => labels[image]) };
  }
}

/** Bytes as intensity in [0, 1], `right` and `down` pixels further; what leaves the image is lost, what enters is empty. */
export function shiftInto(target: Float32Array, image: Uint8Array, right: number, down: number): void {
  const [left, end] = [Math.max(0, right), imageSize + Math.min(0, right)];
  for (let y = Math.max(0, down); y < imageSize + Math.min(0, down); y++) {
    const row = y * imageSize;
    const from = (y - down) * imageSize - right;
    for (let x = left; x < end; x++) target[row + x] = image[from + x] / 255;
  }
}
