/**
 * What the classes' codes are aligned by: the training images themselves, through how each deviates from the mean of its class; of
 * labels nothing but the class. The turning is numerics/procrustes.ts.
 */
import type { Features } from '../../../src/numerics/procrustes.ts';
import { symmetricEigen } from '../../../src/numerics/symmetric-eigen.ts';

/** Principal components of the deviations that make the features. */
const numFeatures = 20;

/**
 * Each image's deviation from the mean of its class, at half its height and width, in the basis of the principal components of all deviations.
 * `targets` is intensity in the layout of the logits, where the four pixels to be averaged lie side by side; of one channel.
 */
export function imageFeatures(targets: Float32Array, classes: readonly (readonly number[])[]): Features {
  const numImages = classes.reduce((sum, { length }) => sum + length, 0);
  const numCoarse = targets.length / numImages / 4;
  const deviations = new Float64Array(numImages * numCoarse);
  for (let i = 0; i < deviations.length; i++) {
    deviations[i] = (targets[4 * i] + targets[4 * i + 1] + targets[4 * i + 2] + targets[4 * i + 3]) / 4;
  }
  for (const rows of classes) {
    for (let pixel = 0; pixel < numCoarse; pixel++) {
      let mean = 0;
      for (const row of rows) mean += deviations[row * numCoarse + pixel] / rows.length;
      for (const row of rows) deviations[row * numCoarse + pixel] -= mean;
    }
  }

  const covariance = new Float64Array(numCoarse * numCoarse); // the lower triangle is all that is read
  for (let row = 0; row < deviations.length; row += numCoarse) {
    for (let i = 0; i < numCoarse; i++) {
      const deviation = deviations[row + i] / numImages;
      if (deviation === 0) continue;
      for (let j = 0; j <= i; j++) covariance[i * numCoarse + j] += deviation * deviations[row + j];
    }
  }
  const { vectors } = symmetricEigen(covariance, numCoarse);
  const values = new Float64Array(numImages * numFeatures);
  for (let image = 0; image < numImages; image++) {
    for (let k = 0; k < numFeatures; k++) {
      let sum = 0;
      for (let pixel = 0; pixel < numCoarse; pixel++) {
        sum += vectors[k * numCoarse + pixel] * deviations[image * numCoarse + pixel];
      }
      values[image * numFeatures + k] = sum;
    }
  }
  return { values, dim: numFeatures };
}
