/**
 * The code of a variational autoencoder in training: z = μ + exp(s / 2) · ε with the encoder's mean μ and log variance s = log σ² and ε from
 * N(0, I), and the divergence KL(N(μ, σ²) ‖ N(0, I)) = ½ Σ (exp(s) + μ² − 1 − s) in nats, summed over code numbers.
 */
export interface Encoding {
  /** [count × 2 dim]: the means of an image, then its log variances. */
  readonly encoding: Float32Array;
  /** ε, [count × dim]. */
  readonly noise: Float32Array;
  readonly dim: number;
  readonly count: number;
}

/** Writes z [count × dim] into `codes` and returns the mean divergence of an image. */
export function sampleCodes({ encoding, noise, dim, count }: Encoding, codes: Float32Array): number {
  let total = 0;
  for (let image = 0; image < count; image++) {
    for (let i = 0; i < dim; i++) {
      const at = 2 * image * dim + i;
      const [mean, logVariance] = [encoding[at], encoding[at + dim]];
      const std = Math.exp(logVariance / 2);
      codes[image * dim + i] = mean + std * noise[image * dim + i];
      total += (std * std + mean * mean - 1 - logVariance) / 2;
    }
  }
  return total / count;
}

/** Gradient by z, `codeGradient`, plus `divergenceWeight` times that of the mean divergence → by the encoding, into `gradient`. */
export function throughSampling(
  { encoding, noise, dim, count }: Encoding,
  codeGradient: Float32Array,
  divergenceWeight: number,
  gradient: Float32Array,
): void {
  const weight = divergenceWeight / count;
  for (let image = 0; image < count; image++) {
    for (let i = 0; i < dim; i++) {
      const at = 2 * image * dim + i;
      const code = image * dim + i;
      const std = Math.exp(encoding[at + dim] / 2);
      gradient[at] = codeGradient[code] + weight * encoding[at];
      gradient[at + dim] = (codeGradient[code] * noise[code] * std + weight * (std * std - 1)) / 2;
    }
  }
}
