/** A row of training images that the reader chooses: of which classes, and by a seed which of these. Pure. */
import { createRandom } from '../../../../numerics/random.ts';
import { choice, wholeNumber, type Fields } from './fields.ts';
import { imagesOfClass, type Labels } from './images.ts';
import { seedLimit } from './seeds.ts';

/** `each`: one image of each class. `any`: of any class. A digit: of that class only. */
export const imageSources = ['each', 'any', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Part of the state of a figure that has such a row. */
export interface ImageRow {
  readonly from: (typeof imageSources)[number];
  readonly seed: number;
}

export const imageRowFields: Fields<ImageRow> = {
  from: choice(imageSources, 'each'),
  seed: wholeNumber(seedLimit, 0),
};

export const numRowImages = 10;

/** Different images; seed 0 takes the first ones, so that the row starts with the images of the previews. */
export function imagesOfRow(labels: Labels, { from, seed }: ImageRow, count = numRowImages): number[] {
  const random = createRandom(`row of images/${String(from)}/${seed}`);
  const shuffled = (images: number[]): number[] =>
    seed === 0 ? images : Array.from(random.permutation(images.length), (i) => images[i]);

  if (from === 'each') {
    return Array.from({ length: count }, (_, digit) => shuffled(imagesOfClass(labels, digit))[0]);
  }
  const candidates = from === 'any' ? Array.from(labels, (_, i) => i) : imagesOfClass(labels, from);
  return shuffled(candidates).slice(0, count);
}

/** Whether the previews show these images. */
export const isPreviewRow = ({ from, seed }: ImageRow): boolean => from === 'each' && seed === 0;
