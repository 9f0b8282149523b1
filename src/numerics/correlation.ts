/** Pearson's correlation. */

/** A standard deviation this small beside the root mean square is what float32 rounding leaves of a constant. */
const relativeRounding = 1e-6;

/** Of two arrays of one length; NaN where it is not defined: fewer than two pairs, or one side that does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const count = a.length;
  if (count < 2 || isConstant(a) || isConstant(b)) return NaN;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [covariance, varianceA, varianceB] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [deltaA, deltaB] = [a[i] - meanA, b[i] - meanB];
    covariance += deltaA * deltaB;
    varianceA += deltaA * deltaA;
    varianceB += deltaB * deltaB;
  }
  return covariance / Math.sqrt(varianceA * varianceB);
}

/** Whether the values are one value, as far as float32 can tell. */
export function isConstant(values: readonly number[]): boolean {
  const middle = mean(values);
  let [variance, square] = [0, 0];
  for (const value of values) {
    variance += (value - middle) ** 2;
    square += value * value;
  }
  return variance <= relativeRounding ** 2 * square;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
