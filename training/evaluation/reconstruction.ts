/**
 * How well the training images come back from their own codes: eval mode, no noise. Each metric is a mean over all images of
 * the checkpoint; the loss is L1 + L2 whatever the run was trained on, so that runs can be compared.
 */
import {
  classifyPictures,
  type EvaluationClassifier,
  type PictureBatch,
  type PictureMeasure,
} from './pictures.ts';

/** `images` [numImages × numbers of an image] are the originals, intensity in 0..255. Shown to measureReconstructions. */
export function reconstructionErrors(images: Uint8Array, evaluationClassifier: EvaluationClassifier) {
  let [absolute, squared, numRead, count, numNumbers] = [0, 0, 0, 0, 0];
  return {
    add({ pictures, contents, classes }: PictureBatch) {
      const length = pictures.length / contents.length;
      contents.forEach((image, row) => {
        for (let i = 0; i < length; i++) {
          const error = pictures[row * length + i] - images[image * length + i] / 255;
          absolute += Math.abs(error);
          squared += error * error;
        }
      });
      classifyPictures(evaluationClassifier, pictures).forEach((read, row) => {
        if (read === classes[row]) numRead++;
      });
      count += contents.length;
      numNumbers += pictures.length;
    },
    metrics() {
      const l1 = absolute / numNumbers;
      const l2 = squared / numNumbers;
      return {
        'reconstruction.l1': { value: l1, n: count },
        'reconstruction.l2': { value: l2, n: count },
        'reconstruction.loss': { value: l1 + l2, n: count },
        // Ink is at most 1, and so is the peak.
        'reconstruction.psnr': { value: -10 * Math.log10(l2), n: count },
        'reconstruction.accuracy': { value: numRead / count, n: count },
      };
    },
  } satisfies PictureMeasure;
}
