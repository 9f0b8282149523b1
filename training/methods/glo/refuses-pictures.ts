/** What of GLO needs more than somebody's pictures: a classifier that reads them, features of digits, or classes. */
import type { PictureSet } from '../../data/sources.ts';
import { hasUnclassed } from '../../data/pictures/list.ts';
import type { GloRecipe } from '../../recipes/glo/vary.ts';
import { lossNeedsAuxiliaryClassifier } from './loss.ts';

/** A manifest has one digit an image for its class. */
const mostClasses = 10;

/** Why it cannot learn them, and what to do instead. */
export function refusesPictures({ training }: GloRecipe, pictures: PictureSet): string | undefined {
  const instead = 'take glo-mnist-lord-sigma0.3';
  if (training.guidance) {
    return `it is guided by a classifier that reads digits, and none reads these pictures; ${instead}`;
  }
  if (lossNeedsAuxiliaryClassifier(training.loss)) {
    return `its loss compares features of a classifier that reads digits, and none reads these pictures; ${instead}`;
  }
  if (training.contentWhitening === 'aligned') {
    return `it aligns classes by features of grey digits; ${instead}`;
  }
  if (hasUnclassed(pictures)) {
    return 'it learns a code for each class, and some pictures lie in no subfolder; put each into the subfolder of its class';
  }
  const numClasses = pictures.classNames.length;
  if (numClasses < 2 || numClasses > mostClasses) {
    return `it learns a code for each class, of 2 to ${mostClasses}, and the folder has ${numClasses} with pictures; one subfolder is one class`;
  }
  return undefined;
}
