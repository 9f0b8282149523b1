/** A folder of the reader's as images to learn: each file read and cleaned as a drawing is; what cannot be is named, and the rest kept. */
import { digitOf } from '../../../numerics/pictures/digit.ts';
import type { OwnImage } from '../../../engine/trainer-protocol.ts';
import { PictureError, readPicture } from '../draw/read-picture.ts';
import { classesOf, type Refused } from './picture-classes.ts';

export interface OwnPictures {
  readonly images: readonly OwnImage[];
  readonly classNames: readonly string[];
  readonly refused: readonly Refused[];
}

const nothingIn = 'nothing stands out in it. Give it dark ink on light paper, or chalk on a board.';

/** `onProgress`: how many of how many have been read. */
export async function readFolder(
  given: readonly { readonly path: string; readonly file: File }[],
  onProgress: (numRead: number, numFiles: number) => void,
): Promise<OwnPictures> {
  const { files, classNames, refused } = classesOf(given);
  const images: OwnImage[] = [];
  const unread: Refused[] = [];
  for (const [i, { path, file, digit }] of files.entries()) {
    const image = await readImage(file);
    if (typeof image === 'string') unread.push({ path, reason: image });
    else images.push({ image, digit });
    onProgress(i + 1, files.length);
  }
  return { images: inTurn(images), classNames, refused: [...unread, ...refused] };
}

/** One of each class, then a second of each, and so on: the first ones, which are mapped, are of all classes. */
function inTurn(images: readonly OwnImage[]): readonly OwnImage[] {
  const counts = new Map<number, number>();
  const ranked = images.map((image) => {
    const rank = counts.get(image.digit) ?? 0;
    counts.set(image.digit, rank + 1);
    return { image, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.image.digit - b.image.digit).map(({ image }) => image);
}

/** 28 × 28, ink in 0..255; or why there is none. */
async function readImage(file: File): Promise<Uint8Array | string> {
  try {
    const picture = digitOf(await readPicture(file));
    return picture.kind === 'blank'
      ? nothingIn
      : Uint8Array.from(picture.centred.values, (ink) => Math.round(255 * ink));
  } catch (error) {
    if (error instanceof PictureError) return error.message;
    throw error;
  }
}
