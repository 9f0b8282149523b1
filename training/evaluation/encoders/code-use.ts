/**
 * What a model does with its code numbers: how many tell images apart, how many are dead, and, of Gaussian codes, the parts of the ELBO and how
 * far the codes of all images together are from N(0, I), from which one samples.
 */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import {
  codesOf,
  columnMoments,
  countActive,
  countDead,
  logVariancesOf,
} from '../../../src/networks/encoder-decoder/codes.ts';
import { fitGaussian, standardGaussian } from '../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { frechetBetween } from '../frechet.ts';
import { toIntensity } from '../pictures.ts';
import { crossEntropy } from './reconstructions.ts';
import type { EncoderSetup } from './setup.ts';

/** `codes.*` on the validation images; with Gaussian codes also `posterior.*` and `elbo.*`. `dataVariance`: σ²ₓ of a Gaussian data term. */
export function measureCodeUse(
  { model, validation }: EncoderSetup,
  dataVariance: number | null,
): MetricValues {
  const { config } = model;
  const { codeDim } = config;
  const images = toIntensity(validation.images);
  const encodings = model.encode(images);
  const codes = codesOf(config, encodings);
  const n = validation.labels.length;
  const metric = (value: number) => ({ value, n });
  const stds = Array.from(columnMoments(codes, codeDim).variance, Math.sqrt);
  const common: MetricValues = {
    'codes.active': metric(countActive(config, codes)),
    'codes.dead': metric(countDead(codeDim, codes)),
    'codes.smallestStd': metric(Math.min(...stds)),
    'codes.largestStd': metric(Math.max(...stds)),
  };
  if (!config.gaussianCode) return common;

  const logVariances = logVariancesOf(config, encodings);
  const variances = logVariances.map(Math.exp);
  const noise = createRandom('elbo');
  const drawn = codes.map((mean, i) => mean + Math.sqrt(variances[i]) * noise.normal());
  let divergence = 0;
  for (let i = 0; i < codes.length; i++) {
    divergence += (variances[i] + codes[i] ** 2 - 1 - logVariances[i]) / 2;
  }
  const data = dataNats(model.decode(drawn), images, dataVariance, imageLength(config));
  // All posteriors together: their means vary, and each has a variance of its own.
  const aggregate = fitGaussian(codes, codeDim);
  const covariance = aggregate.covariance.slice();
  columnMoments(variances, codeDim).mean.forEach((mean, i) => (covariance[i * codeDim + i] += mean));
  return {
    ...common,
    'posterior.meanStd': metric(
      variances.reduce((sum, value) => sum + Math.sqrt(value), 0) / variances.length,
    ),
    'posterior.frechet': metric(
      frechetBetween({ dim: codeDim, mean: aggregate.mean, covariance }, standardGaussian(codeDim)),
    ),
    'elbo.negative': metric((data + divergence) / n),
    'elbo.data': metric(data / n),
    'elbo.divergence': metric(divergence / n),
  };
}

/** Summed over images: cross-entropy, or ‖x − x̂‖² / (2 σ²ₓ · number of pixels). */
function dataNats(
  pictures: Float32Array,
  images: Float32Array,
  dataVariance: number | null,
  length: number,
): number {
  let total = 0;
  if (dataVariance === null) {
    for (let i = 0; i < images.length; i++) total += crossEntropy(pictures[i], images[i]);
    return total;
  }
  for (let i = 0; i < images.length; i++) total += (pictures[i] - images[i]) ** 2;
  return total / (2 * dataVariance * length);
}
