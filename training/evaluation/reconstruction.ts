/**
 * How well the training images come back from their own codes: eval mode, no noise. Each metric is a mean over all images of
 * the checkpoint; the loss is L1 + L2 whatever the run was trained on, so that runs can be compared.
 */
import { numPixels } from '../../src/networks/generator/generator.ts';
import { classifyPictures, type EvaluationClassifier, type PictureMeasure } from './pictures.ts';

/** `images` [numImages × 784] are the originals, intensity in 0..255. Shown to measureReconstructions. */
export function reconstructionErrors(
  images: Uint8Array,
  evaluationClassifier: EvaluationClassifier,
): PictureMeasure {
  let [absolute, squared, numRead, count] = [0, 0, 0, 0];
  return {
    add({ pictures, contents, classes }) {
      contents.forEach((image, row) => {
        for (let pixel = 0; pixel < numPixels; pixel++) {
          const error = pictures[row * numPixels + pixel] - images[image * numPixels + pixel] / 255;
          absolute += Math.abs(error);
          squared += error * error;
        }
      });
      classifyPictures(evaluationClassifier, pictures).forEach((read, row) => {
        if (read === classes[row]) numRead++;
      });
      count += contents.length;
    },
    metrics() {
      const l1 = absolute / (count * numPixels);
      const l2 = squared / (count * numPixels);
      return {
        'reconstruction.l1': { value: l1, n: count },
        'reconstruction.l2': { value: l2, n: count },
        'reconstruction.loss': { value: l1 + l2, n: count },
        // Ink is at most 1, and so is the peak.
        'reconstruction.psnr': { value: -10 * Math.log10(l2), n: count },
        'reconstruction.accuracy': { value: numRead / count, n: count },
      };
    },
  };
}
