/**
 * The data sets that the trainer knows, each as one source: what its images are, what its classes are called, where they come from. A new
 * one is an entry here and a name in src/contract/datasets.ts. For Node; in a browser `makeStrokes` alone gives the same shape.
 */
import { createHash } from 'node:crypto';
import type { DatasetName } from '../../src/contract/datasets.ts';
import { imageLength, type ImageShape } from '../../src/networks/blocks/image-shape.ts';
import { loadMnist, type MnistOptions, type Split } from './mnist.ts';
import { makeStrokes, type FactorName } from './strokes.ts';

export interface LabelledImages {
  /** [numImages, imageHeight × imageWidth × imageChannels], row-major, intensity in 0..255. */
  readonly images: Uint8Array;
  /** [numImages], from 0 on. */
  readonly labels: Uint8Array;
}

export interface DataSource extends ImageShape {
  /** For people. */
  readonly title: string;
  /** In the order of the labels. */
  readonly classNames: readonly string[];
  /** How many images each split has. */
  readonly splits: Readonly<Record<Split, number>>;
  /** The first `numImages` of a split. @throws the source's own error when they are not to be had. */
  load(split: Split, numImages: number, options: MnistOptions): Promise<LabelledImages>;
  /** Where the truth is known: what each image was drawn with, [numImages] a factor. */
  factors?(split: Split, numImages: number): Readonly<Record<FactorName, Float32Array>>;
}

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const grayDigits = { imageHeight: 28, imageWidth: 28, imageChannels: 1, classNames: digits } as const;

export const dataSources: Readonly<Record<DatasetName, DataSource>> = {
  mnist: {
    title: 'MNIST',
    ...grayDigits,
    splits: { train: 60_000, test: 10_000 },
    async load(split, numImages, options) {
      const { images, labels } = await loadMnist(split, options);
      return {
        images: images.slice(0, numImages * imageLength(grayDigits)),
        labels: labels.slice(0, numImages),
      };
    },
  },
  strokes: {
    title: 'strokes',
    ...grayDigits,
    splits: { train: 60_000, test: 2_000 },
    load: (split, numImages) => Promise.resolve(makeStrokes({ seed: split, numImages })),
    factors: (split, numImages) => makeStrokes({ seed: split, numImages }).factors,
  },
};

export interface LoadOptions {
  readonly numImages: number;
  readonly split?: Split;
  readonly mnist?: MnistOptions;
}

/** The first `numImages` of a split. @throws RangeError when it has not so many, or the source's own error. */
export async function loadImages(
  name: DatasetName,
  { numImages, split = 'train', mnist = {} }: LoadOptions,
): Promise<LabelledImages> {
  const source = dataSources[name];
  const available = source.splits[split];
  if (numImages > available) {
    throw new RangeError(
      `The ${split} split of ${source.title} has ${available} images, ${numImages} were asked for.`,
    );
  }
  return source.load(split, numImages, mnist);
}

/** SHA-256 in hexadecimal over the bytes of the images and, after them, of the labels. */
export const hashOfImages = ({ images, labels }: LabelledImages): string =>
  createHash('sha256').update(images).update(labels).digest('hex');
