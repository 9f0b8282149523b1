/** What is said of the pictures that a reader gave. Pure. */
import { leastPictures } from './picture-classes.ts';
import type { OwnPictures } from './read-folder.ts';

export const hasEnough = (pictures: OwnPictures | undefined): boolean =>
  pictures !== undefined && pictures.images.length >= leastPictures;

export function picturesText(pictures: OwnPictures): string {
  const { images, classNames } = pictures;
  const counts = classNames.flatMap((name, digit) => {
    const count = images.filter((image) => image.digit === digit).length;
    return count > 0 ? [name === String(digit) ? `${name} (${count})` : `${digit} ${name} (${count})`] : [];
  });
  return hasEnough(pictures)
    ? `The next start learns ${images.length} pictures. Classes: ${counts.join(', ')}.`
    : `${images.length} of these can be learned, and a run needs ${leastPictures}. Add pictures, and choose the folder again.`;
}
