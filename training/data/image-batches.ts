/** Images as batches of intensity: in a new order for training, as they are for measuring. */
import type { Random } from '../../src/numerics/random.ts';

const intensityOf = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

export interface ImageTable {
  /** [numImages × length], intensity in 0..255. */
  readonly images: Uint8Array;
  /** Numbers of an image. */
  readonly length: number;
}

/** Every image once, [n × length] in [0, 1]; the last batch may be smaller. The next batch takes the place of the last in memory. */
export function* imageBatches(
  { images, length }: ImageTable,
  batchSize: number,
  shuffle?: Random,
): Generator<Float32Array> {
  const count = images.length / length;
  const order = shuffle?.permutation(count) ?? Uint32Array.from({ length: count }, (_, i) => i);
  const batch = new Float32Array(batchSize * length);
  for (let start = 0; start < count; start += batchSize) {
    const size = Math.min(batchSize, count - start);
    for (let row = 0; row < size; row++) {
      const from = order[start + row] * length;
      for (let i = 0; i < length; i++) batch[row * length + i] = intensityOf[images[from + i]];
    }
    yield batch.subarray(0, size * length);
  }
}
