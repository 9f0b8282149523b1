/** What the trainer trains on, wherever it comes from. For Node; in a browser `makeStrokes` alone gives the same shape. */
import { loadMnist, type MnistOptions, type Split } from './mnist.ts';
import { makeStrokes } from './strokes.ts';

export interface Dataset {
  readonly name: 'mnist' | 'strokes';
  readonly numImages: number;
  /** [numImages, 28 × 28], row-major, intensity in 0..255. */
  readonly images: Uint8Array;
  /** [numImages], 0..9. */
  readonly labels: Uint8Array;
}

export interface DatasetOptions {
  readonly numImages: number;
  readonly split?: Split;
  readonly mnist?: MnistOptions;
}

/** The first `numImages` of a split. @throws MnistError when MNIST is asked for and not to be had */
export async function loadDataset(
  name: Dataset['name'],
  { numImages, split = 'train', mnist = {} }: DatasetOptions,
): Promise<Dataset> {
  if (name === 'strokes') return makeStrokes({ seed: split, numImages });
  const { images, labels, numImages: available } = await loadMnist(split, mnist);
  if (numImages > available) {
    throw new RangeError(`MNIST's ${split} split has ${available} images, ${numImages} were asked for.`);
  }
  const imageLength = images.length / available;
  return {
    name,
    numImages,
    images: images.slice(0, numImages * imageLength),
    labels: labels.slice(0, numImages),
  };
}
