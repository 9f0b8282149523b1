/** The arithmetic of claims: order, agreement of two tables of codes, the density and shape of a cloud of codes. */

export const isRising = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > values[i - 1]);

export const isFalling = (values: readonly number[]): boolean => isRising(values.map((value) => -value));

/** Cosine between two tables taken as one long vector each; codes start with mean zero. */
export function correlation(a: Float32Array, b: Float32Array): number {
  let [dot, squareA, squareB] = [0, 0, 0];
  a.forEach((value, i) => {
    dot += value * b[i];
    squareA += value * value;
    squareB += b[i] * b[i];
  });
  return dot / Math.sqrt(squareA * squareB);
}

/** Distance from each of the codes [n, dim] to the nearest other one, averaged. */
export function meanNearestDistance(codes: Float32Array, dim: number): number {
  const count = codes.length / dim;
  const nearest = new Float64Array(count).fill(Infinity);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      let square = 0;
      for (let i = 0; i < dim; i++) square += (codes[a * dim + i] - codes[b * dim + i]) ** 2;
      nearest[a] = Math.min(nearest[a], square);
      nearest[b] = Math.min(nearest[b], square);
    }
  }
  return nearest.reduce((sum, square) => sum + Math.sqrt(square), 0) / count;
}

/**
 * Into how many directions the variance of codes [n, dim] is spread: trace(C)² / trace(C²) of their covariance C. It is `dim`
 * for a round cloud and 1 for codes on a line.
 */
export function effectiveDimension(codes: Float32Array, dim: number): number {
  const count = codes.length / dim;
  const mean = new Float64Array(dim);
  codes.forEach((value, i) => (mean[i % dim] += value / count));
  let [trace, traceOfSquare] = [0, 0];
  for (let a = 0; a < dim; a++) {
    for (let b = 0; b < dim; b++) {
      let covariance = 0;
      for (let row = 0; row < codes.length; row += dim) {
        covariance += ((codes[row + a] - mean[a]) * (codes[row + b] - mean[b])) / count;
      }
      if (a === b) trace += covariance;
      traceOfSquare += covariance * covariance;
    }
  }
  return (trace * trace) / traceOfSquare;
}
