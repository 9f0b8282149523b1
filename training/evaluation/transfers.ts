/**
 * Does the class code decide the class? The evaluation classifier reads every transfer (content of one image, class code of another class): as
 * its target, or as the class that its content came from, which is the leak one can see, or as neither.
 */
import {
  classifyPictures,
  type EvaluationClassifier,
  type PictureBatch,
  type PictureMeasure,
} from './pictures.ts';

/** `labels` [numImages] are the classes that the contents came from. Shown to measureTransfers. */
export function swapAccuracy(labels: Uint8Array, evaluationClassifier: EvaluationClassifier) {
  let [asTarget, asSource, count] = [0, 0, 0];
  return {
    add({ pictures, contents, classes }: PictureBatch) {
      classifyPictures(evaluationClassifier, pictures).forEach((read, row) => {
        if (read === classes[row]) asTarget++;
        else if (read === labels[contents[row]]) asSource++;
      });
      count += contents.length;
    },
    metrics: () => ({
      'swap.accuracy': { value: asTarget / count, n: count },
      'swap.source': { value: asSource / count, n: count },
    }),
  } satisfies PictureMeasure;
}
