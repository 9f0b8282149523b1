/** What is said of the pictures that a reader gave. Pure. */
import { hasEnough, leastPictures } from './state.ts';
import type { OwnPictures } from './read-folder.ts';

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
