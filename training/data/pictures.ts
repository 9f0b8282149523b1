/**
 * A folder of somebody's own pictures as images to learn. Everything that is wrong with it is said at once; what it holds decides the
 * result, and not where it lies or how the file system lists it.
 */
import { join } from 'node:path';
import { createRandom } from '../../src/numerics/random.ts';
import { PicturesError } from './pictures/errors.ts';
import { listPictures, sortedBy, type ListedPicture } from './pictures/list.ts';
import { readPicture, type PictureFormat } from './pictures/read-picture.ts';
import type { LabelledImages, PictureSet } from './sources.ts';
import { hashOfImages } from './training-data.ts';

export interface Pictures extends LabelledImages {
  readonly set: PictureSet;
  /** Files that are no PNG or JPEG by their name. */
  readonly leftOut: readonly string[];
}

interface ReadOptions extends PictureFormat {
  /** How many of how many have been read. */
  readonly onProgress?: (numRead: number, numPictures: number) => void;
}

/** Read at a time: decoding is in threads of its own. */
const atOnce = 8;
/** A label is a byte. */
const mostClasses = 256;

/** @throws PicturesError with everything that is wrong in the folder, or the file system's error when there is no folder. */
export async function readPictures(folder: string, options: ReadOptions): Promise<Pictures> {
  const { size, channels, onProgress } = options;
  const { pictures, leftOut, problems: badPlaces } = await listPictures(folder);
  const problems = [...badPlaces];
  if (pictures.length === 0) problems.push('no PNG or JPEG is in it; add .png, .jpg or .jpeg files');
  const classNames = sortedBy([...new Set(pictures.map(({ className }) => className))], (name) => name);
  if (classNames.length > mostClasses) {
    problems.push(`it has ${classNames.length} subfolders, and at most ${mostClasses} are told apart`);
  }
  const length = size * size * channels;
  const ordered = inLearningOrder(pictures);
  const images = new Uint8Array(ordered.length * length);
  const broken = new Map<ListedPicture, string>();
  for (let first = 0; first < ordered.length; first += atOnce) {
    const part = ordered.slice(first, first + atOnce);
    const read = await Promise.all(part.map(({ path }) => readPicture(join(folder, path), options)));
    read.forEach((picture, i) => {
      if ('pixels' in picture) images.set(picture.pixels, (first + i) * length);
      else broken.set(part[i], `${part[i].path}: ${picture.problem}`);
    });
    onProgress?.(first + part.length, ordered.length);
  }
  problems.push(...pictures.flatMap((picture) => broken.get(picture) ?? []));
  if (problems.length > 0) throw new PicturesError(folder, problems);

  const labels = Uint8Array.from(ordered, ({ className }) => classNames.indexOf(className));
  const set = {
    imageHeight: size,
    imageWidth: size,
    imageChannels: channels,
    numPictures: ordered.length,
    classNames,
    sha256: hashOfImages({ images, labels }),
  };
  return { images, labels, set, leftOut };
}

/**
 * Shuffled, always alike, so that the last ones, which some runs are checked on, are not of one class; but one of each class first, so that
 * every class is learned.
 */
function inLearningOrder(pictures: readonly ListedPicture[]): readonly ListedPicture[] {
  const order = createRandom('pictures').permutation(pictures.length);
  const shuffled = Array.from(order, (place) => pictures[place]);
  const firstOfClass = new Map<string, ListedPicture>();
  for (const picture of shuffled) {
    if (!firstOfClass.has(picture.className)) firstOfClass.set(picture.className, picture);
  }
  const first = sortedBy([...firstOfClass.values()], ({ className }) => className);
  return [...first, ...shuffled.filter((picture) => !first.includes(picture))];
}
