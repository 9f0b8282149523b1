/** Choosing training images by their labels: neighbours of a class, a random one, a row of ten. Pure; seeded. */
import type { Checkpoint } from '../../../../engine/api.ts';
import { createRandom, type Random } from '../../../../numerics/random.ts';

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
  { checkpoint, previewImages }: { checkpoint: Checkpoint | undefined; previewImages: readonly number[] },
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

/** `each`: one image of each class. `any`: of any class. A digit: of that class only. */
export const imageSources = ['each', 'any', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type ImageSource = (typeof imageSources)[number];

/** A row of different images; seed 0 takes the first ones, so that the row starts with the images of the previews. */
export function rowOfImages(
  labels: Labels,
  { from, seed, count }: { from: ImageSource; seed: number; count: number },
): number[] {
  const random = createRandom(`row of images/${String(from)}/${seed}`);
  const shuffled = (images: number[]): number[] =>
    seed === 0 ? images : Array.from(random.permutation(images.length), (i) => images[i]);

  if (from === 'each') {
    return Array.from({ length: count }, (_, digit) => shuffled(imagesOfClass(labels, digit))[0]);
  }
  const candidates = from === 'any' ? Array.from(labels, (_, i) => i) : imagesOfClass(labels, from);
  return shuffled(candidates).slice(0, count);
}

export const withItem = (items: readonly number[], index: number, item: number): number[] =>
  items.map((old, i) => (i === index ? item : old));
