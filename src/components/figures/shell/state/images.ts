/** Choosing training images by their labels: neighbours of a class, a random one. Pure; seeded. */
import type { Checkpoint } from '../../../../engine/api.ts';
import type { Random } from '../../../../numerics/random.ts';

/** One digit an image, as in the manifest. */
export type Labels = string;

export const classOf = (labels: Labels, image: number): number => Number(labels[image]);

/** An image on screen and its class. */
export interface ShownImage {
  readonly image: number;
  readonly digit: number;
}

/** Without a checkpoint the preview is on screen, and its images are one of each class, in class order. */
export const shownImages = (
  images: readonly number[],
  {
    checkpoint,
    previewImages,
  }: { checkpoint: Checkpoint<'glo'> | undefined; previewImages: readonly number[] },
): ShownImage[] =>
  images.map((image) => ({
    image,
    digit: checkpoint ? classOf(checkpoint.manifest.dataset.labels, image) : previewImages.indexOf(image),
  }));

export function imagesOfClass(labels: Labels, digit: number): number[] {
  const images: number[] = [];
  for (let i = 0; i < labels.length; i++) if (classOf(labels, i) === digit) images.push(i);
  return images;
}

/** The next (step 1) or previous (step −1) image of the same class, round the end. */
export function neighbourOfClass(labels: Labels, image: number, step: 1 | -1): number {
  let i = image;
  do i = (i + step + labels.length) % labels.length;
  while (labels[i] !== labels[image]);
  return i;
}

/** Another image of the class than `except`, where there is another. */
export function randomOfClass(labels: Labels, digit: number, except: number, random: Random): number {
  const images = imagesOfClass(labels, digit);
  const others = images.filter((image) => image !== except);
  return others.length > 0 ? others[random.integer(others.length)] : images[0];
}

export const withItem = (items: readonly number[], index: number, item: number): number[] =>
  items.map((old, i) => (i === index ? item : old));
