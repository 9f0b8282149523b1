/**
 * The originals of the images that a model with an encoder shows: the first of each class of those it learned, and below them of those for
 * validation, as in the preview of its reconstructions. Build time.
 */
import { loadLabels, loadOriginals } from './originals.ts';

/** Of the models' data set; as in their manifests. */
export interface Split {
  readonly numTrainingImages: number;
  readonly numValidationImages: number;
}

const numPixels = 28 * 28;
const digits = Array.from({ length: 10 }, (_, digit) => digit);

/** Numbers of the twenty images among all 60,000; undefined without MNIST. */
export async function findShownImages({
  numTrainingImages,
  numValidationImages,
}: Split): Promise<readonly number[] | undefined> {
  const labels = await loadLabels();
  if (!labels) return undefined;
  const starts = [0, labels.length - numValidationImages];
  const ends = [numTrainingImages, labels.length];
  return starts.flatMap((start, part) =>
    digits.map((digit) => start + labels.subarray(start, ends[part]).indexOf(digit)),
  );
}

/** Their pixels, one after the other, in 0..255. */
export async function loadShownImages(split: Split): Promise<Uint8Array | undefined> {
  const [images, shown] = await Promise.all([loadOriginals(), findShownImages(split)]);
  if (!images || !shown) return undefined;
  const pixels = new Uint8Array(shown.length * numPixels);
  shown.forEach((image, i) => {
    pixels.set(images.subarray(image * numPixels, (image + 1) * numPixels), i * numPixels);
  });
  return pixels;
}
