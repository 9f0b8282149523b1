/** Shuffled batches of labelled images, each image moved by a few pixels at random: the only augmentation. */
import { toPhases } from '../../../src/networks/blocks/pixel-phases.ts';
import { imageLength, type ImageShape } from '../../../src/networks/blocks/image-shape.ts';
import type { Random } from '../../../src/numerics/random.ts';

export interface LabelledBatch {
  /** Intensity in [0, 1] in the layout of the first convolution's input, [n × 14 × 14 × 4]. */
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
}

interface BatchSource {
  readonly shape: ImageShape;
  /** [numImages × numbers of an image] bytes, row-major. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly batchSize: number;
  readonly maxShift: number;
  readonly shuffle: Random;
  readonly shift: Random;
}

/** One epoch: every image once, in a new order; the last batch may be smaller. */
export function* labelledBatches(source: BatchSource): Generator<LabelledBatch> {
  const { shape, images, labels, batchSize, maxShift, shift } = source;
  const length = imageLength(shape);
  const draw = () => shift.integer(2 * maxShift + 1) - maxShift;
  const order = source.shuffle.permutation(labels.length);
  for (let start = 0; start < order.length; start += batchSize) {
    const batch = order.subarray(start, start + batchSize);
    const moved = new Float32Array(batch.length * length);
    batch.forEach((image, i) => {
      const from = images.subarray(image * length, (image + 1) * length);
      shiftInto(shape, moved.subarray(i * length, (i + 1) * length), from, draw(), draw());
    });
    yield { pixels: toPhases(shape, moved), labels: Uint8Array.from(batch, (image) => labels[image]) };
  }
}

/** Bytes as intensity in [0, 1], `right` and `down` pixels further; what leaves the image is lost, what enters is empty. */
export function shiftInto(
  { imageHeight, imageWidth, imageChannels }: ImageShape,
  target: Float32Array,
  image: Uint8Array,
  right: number,
  down: number,
): void {
  const rowLength = imageWidth * imageChannels;
  const left = Math.max(0, right) * imageChannels;
  const end = (imageWidth + Math.min(0, right)) * imageChannels;
  for (let y = Math.max(0, down); y < imageHeight + Math.min(0, down); y++) {
    const row = y * rowLength;
    const from = (y - down) * rowLength - right * imageChannels;
    for (let x = left; x < end; x++) target[row + x] = image[from + x] / 255;
  }
}
