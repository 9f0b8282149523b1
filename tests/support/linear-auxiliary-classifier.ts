/**
 * An auxiliary classifier that is differentiable and small: softmax of a linear map of the intensity, and the squared distance of its ten scores. The
 * scores are its style, too.
 */
import type { AuxiliaryClassifier } from '../../src/networks/classifier/auxiliary-classifier.ts';
import { createRandom } from '../../src/numerics/random.ts';

const [numPixels, numClasses] = [784, 10];

export interface LinearCritic extends AuxiliaryClassifier {
  /** The images of each call, as they came, with the labels where it was a reading. */
  readonly calls: { readonly images: Float32Array; readonly labels?: readonly number[] }[];
}

export function linearAuxiliaryClassifier(seed = 'linear auxiliaryClassifier'): LinearCritic {
  const random = createRandom(seed);
  const weights = Float64Array.from({ length: numPixels * numClasses }, () => 0.2 * random.normal());
  const calls: LinearCritic['calls'] = [];
  const scores = (images: Float32Array, row: number) =>
    Array.from({ length: numClasses }, (_, c) => {
      let sum = 0;
      for (let i = 0; i < numPixels; i++) sum += images[row * numPixels + i] * weights[c * numPixels + i];
      return sum;
    });
  /** Adds Σ outer[c] · weights[c] to the gradient of image `row`. */
  const push = (gradient: Float32Array, row: number, outer: readonly number[]) => {
    for (let i = 0; i < numPixels; i++) {
      gradient[row * numPixels + i] = outer.reduce(
        (sum, value, c) => sum + value * weights[c * numPixels + i],
        0,
      );
    }
  };

  return {
    calls,
    crossEntropy(images, labels) {
      calls.push({ images: images.slice(), labels: Array.from(labels) });
      const count = labels.length;
      const gradient = new Float32Array(images.length);
      let loss = 0;
      for (let row = 0; row < count; row++) {
        const logits = scores(images, row);
        const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
        loss += (Math.log(total) - logits[labels[row]]) / count;
        push(
          gradient,
          row,
          logits.map((logit, c) => (Math.exp(logit) / total - (c === labels[row] ? 1 : 0)) / count),
        );
      }
      return { loss, gradient };
    },
    featureDistance(images, targets) {
      calls.push({ images: images.slice() });
      const count = images.length / numPixels;
      const gradient = new Float32Array(images.length);
      let loss = 0;
      for (let row = 0; row < count; row++) {
        const wanted = scores(targets, row);
        const differences = scores(images, row).map((score, c) => score - wanted[c]);
        loss += differences.reduce((sum, difference) => sum + difference ** 2, 0) / count;
        push(
          gradient,
          row,
          differences.map((difference) => (2 * difference) / count),
        );
      }
      return { loss, gradient };
    },
    styleLength: numClasses,
    styleStatistics(images) {
      const count = images.length / numPixels;
      return Float64Array.from(Array.from({ length: count }, (_, row) => scores(images, row)).flat());
    },
    styleDistance(images, style, spread) {
      const gradient = new Float32Array(images.length);
      let loss = 0;
      for (let row = 0; row < images.length / numPixels; row++) {
        const at = row * numClasses;
        const errors = scores(images, row).map((score, c) => (score - style[at + c]) / spread[at + c]);
        loss += errors.reduce((sum, error) => sum + error ** 2, 0) / style.length;
        push(
          gradient,
          row,
          errors.map((error, c) => (2 * error) / (spread[at + c] * style.length)),
        );
      }
      return { loss, gradient };
    },
    dispose: () => undefined,
  };
}
