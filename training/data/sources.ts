/**
 * What runs learn: the data sets that the trainer knows, each as one source, and what there is to say of a folder of pictures (pictures.ts
 * reads one). A new data set is an entry here and a name in src/contract/datasets.ts. For Node; in a browser `makeStrokes` alone gives the
 * same shape.
 */
import type { DatasetName, LearnedName } from '../../src/contract/datasets.ts';
import { imageLength, imageShapeOf, type ImageShape } from '../../src/networks/blocks/image-shape.ts';
import { loadMnist, type MnistOptions, type Split } from './mnist.ts';
import { makeStrokes, type FactorName } from './strokes.ts';

export interface LabelledImages {
  /** [numImages, imageHeight × imageWidth × imageChannels], row-major, intensity in 0..255. */
  readonly images: Uint8Array;
  /** [numImages], from 0 on. */
  readonly labels: Uint8Array;
}

/** What images are, wherever they come from. */
export interface ImageKind extends ImageShape {
  /** In the order of the labels. */
  readonly classNames: readonly string[];
}

export interface DataSource extends ImageKind {
  /** For people. */
  readonly title: string;
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

/** All of a folder of pictures, as runs learn it, but for the pictures themselves and where they lie. */
export interface PictureSet extends ImageKind {
  readonly numPictures: number;
  /** `hashOfImages` of all of them. */
  readonly sha256: string;
}

/** What a recipe learns, or a manifest says that a run did. */
export interface Learned {
  readonly name: LearnedName;
  /** Of pictures, and of nothing else. */
  readonly pictures?: PictureSet;
}

export const imageKindOf = ({ name, pictures }: Learned): ImageKind => pictures ?? sourceOf(name);

/** For people. */
export const titleOf = (name: LearnedName): string =>
  name === 'pictures' ? 'pictures' : dataSources[name].title;

/** @throws RangeError for pictures. */
export function sourceOf(name: LearnedName): DataSource {
  if (name !== 'pictures') return dataSources[name];
  throw new RangeError('Pictures are in no data set: whoever learns them reads their folder.');
}

export interface LoadOptions {
  readonly numImages: number;
  readonly split?: Split;
  readonly mnist?: MnistOptions;
}

/** The first `numImages` of a split. @throws RangeError when it has not so many, or of pictures, or the source's own error. */
export async function loadImages(
  name: LearnedName,
  { numImages, split = 'train', mnist = {} }: LoadOptions,
): Promise<LabelledImages> {
  const source = sourceOf(name);
  const available = source.splits[split];
  if (numImages > available) {
    throw new RangeError(
      `The ${split} split of ${source.title} has ${available} images, ${numImages} were asked for.`,
    );
  }
  return source.load(split, numImages, mnist);
}

interface Described {
  readonly dataset: {
    readonly name: LearnedName;
    readonly pictures?: Omit<PictureSet, keyof ImageShape> | undefined;
  };
  readonly model: ImageShape;
}

/** The same as the recipe has it, from a manifest. */
export const learnedBy = ({ dataset: { name, pictures }, model }: Described): Learned => ({
  name,
  ...(pictures && { pictures: { ...imageShapeOf(model), ...pictures } }),
});
