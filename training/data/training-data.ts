/** What a manifest says of the images that a run learned. Runs in a browser. */
import { sha256 } from '../../src/numerics/sha256.ts';
import type { LabelledImages, Learned } from './sources.ts';

/** SHA-256 in hexadecimal over the bytes of the images and, after them, of the labels. */
export const hashOfImages = ({ images, labels }: LabelledImages): string => sha256(images, labels);

/** Of `data`, which a run learned. */
export const trainingDataOf = (
  { name, pictures, numTrainingImages }: Learned & { readonly numTrainingImages: number },
  data: LabelledImages,
) => ({
  name,
  split: 'train' as const,
  firstImage: 0,
  numTrainingImages,
  sha256: hashOfImages(data),
  ...(pictures && {
    pictures: {
      numPictures: pictures.numPictures,
      classNames: pictures.classNames,
      sha256: pictures.sha256,
    },
  }),
});
