/**
 * Inception Score (Salimans et al. 2016) with a classifier of ours in place of Inception: exp of the mean KL divergence of each picture's
 * class probabilities from their mean. Over all pictures at once: no splits, so no spread either; that comes from seeds.
 */

/** Of `probabilities` [n, numClasses], rows that sum to 1: from 1 (all alike) to numClasses (each certain, all classes alike often). */
export function inceptionScore(probabilities: Float32Array, numClasses: number): number {
  const count = probabilities.length / numClasses;
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(
      `inceptionScore expects rows of ${numClasses} probabilities; it got ${probabilities.length} numbers.`,
    );
  }
  const marginal = new Float64Array(numClasses);
  for (let i = 0; i < probabilities.length; i++) marginal[i % numClasses] += probabilities[i] / count;

  let divergence = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const probability = probabilities[i];
    // A class with probability 0 adds nothing: the limit of p log p.
    if (probability > 0) divergence += probability * Math.log(probability / marginal[i % numClasses]);
  }
  return Math.exp(divergence / count);
}
