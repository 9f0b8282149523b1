/** How well images come back from their codes: as many of the learned ones as there are validation images, and all of these. */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { predictClasses } from '../../../src/networks/classifier/classifier.ts';
import { codesOf } from '../../../src/networks/encoder-decoder/codes.ts';
import type { Gaussian } from '../../../src/numerics/gaussian.ts';
import { clipped, pictureQuality } from '../picture-quality.ts';
import { toIntensity } from '../pictures.ts';
import type { EncoderSetup } from './setup.ts';

/** `reconstruction.training.*` and `reconstruction.validation.*`, at the means of Gaussian codes. `real`: of the features of test images. */
export function measureReconstructions(
  { model, training, validation, evaluationClassifier }: EncoderSetup,
  real: Gaussian,
): MetricValues {
  const numImages = validation.labels.length;
  const length = imageLength(model.config);
  const learned = pictureErrors(toIntensity(training.images.subarray(0, numImages * length)), model);
  const unseen = pictureErrors(toIntensity(validation.images), model);
  const classified = evaluationClassifier.classify(clipped(unseen.pictures));
  const { inception, frechet } = pictureQuality(classified, real);
  const read = predictClasses(classified);
  const numRight = validation.labels.reduce((count, label, i) => count + Number(read[i] === label), 0);
  const metric = (value: number) => ({ value, n: numImages });
  return {
    'reconstruction.training.mse': metric(learned.mse),
    'reconstruction.training.crossEntropy': metric(learned.crossEntropy),
    'reconstruction.validation.mse': metric(unseen.mse),
    'reconstruction.validation.crossEntropy': metric(unseen.crossEntropy),
    'reconstruction.validation.accuracy': metric(numRight / numImages),
    'reconstruction.validation.inception': inception,
    'reconstruction.validation.frechet': frechet,
  };
}

/** What a picture has at least of everything, so that a linear decoder's has a cross-entropy too. */
const least = 1e-6;

function pictureErrors(images: Float32Array, model: EncoderSetup['model']) {
  const pictures = model.decode(codesOf(model.config, model.encode(images)));
  const count = images.length / imageLength(model.config);
  let [squared, nats] = [0, 0];
  for (let i = 0; i < images.length; i++) {
    const error = pictures[i] - images[i];
    squared += error * error;
    nats += crossEntropy(pictures[i], images[i]);
  }
  return { pictures, mse: squared / images.length, crossEntropy: nats / count };
}

/** Of one number, in nats; also of one outside (0, 1), at the nearest that is inside. */
export function crossEntropy(picture: number, image: number): number {
  const inside = Math.min(Math.max(picture, least), 1 - least);
  return -(image * Math.log(inside) + (1 - image) * Math.log(1 - inside));
}
