/**
 * Spectral normalization (Miyato et al., 2018): a matrix divided by its largest singular value σ, which one power iteration a step follows.
 * The singular vectors are constants to the gradient. A matrix is [inputs, outputs], row-major, as a layer's weights lie.
 */
export interface Spectrum {
  readonly sigma: number;
  /** Singular vectors of length 1, by output and by input. */
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** One power iteration from `left`, the vector of the last. */
export function powerIteration(weight: Float32Array, left: Float64Array): Spectrum {
  const numOutputs = left.length;
  const right = new Float64Array(weight.length / numOutputs);
  const next = new Float64Array(numOutputs);
  for (let i = 0; i < weight.length; i++)
    right[Math.floor(i / numOutputs)] += weight[i] * left[i % numOutputs];
  normalize(right);
  for (let i = 0; i < weight.length; i++)
    next[i % numOutputs] += weight[i] * right[Math.floor(i / numOutputs)];
  // σ = uᵀWv, and u is Wv over its length.
  const sigma = normalize(next);
  return { sigma, left: next, right };
}

/** Gradient by weight / σ → by weight, in place: (G − ⟨G, weight / σ⟩ · right leftᵀ) / σ. */
export function throughSpectralNorm(
  gradient: Float32Array,
  normalized: Float32Array,
  { sigma, left, right }: Spectrum,
): void {
  let product = 0;
  for (let i = 0; i < gradient.length; i++) product += gradient[i] * normalized[i];
  for (let i = 0; i < gradient.length; i++) {
    const along = right[Math.floor(i / left.length)] * left[i % left.length];
    gradient[i] = (gradient[i] - product * along) / sigma;
  }
}

/** To length 1, in place; returns the length that it had. */
function normalize(vector: Float64Array): number {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  for (let i = 0; i < vector.length; i++) vector[i] /= length;
  return length;
}
