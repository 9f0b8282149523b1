/**
 * What a set of drawn pictures is worth to the evaluation classifier, wherever they come from: Inception Score over splits of 1,000, Fréchet
 * distance to a set of real images, and how evenly it reads the classes.
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import { meanOf, sampleSd } from '../../src/contract/statistics.ts';
import { predictClasses, type Classification } from '../../src/networks/classifier/classifier.ts';
import type { Gaussian } from '../../src/numerics/gaussian.ts';
import { featureGaussian, frechetBetween } from './frechet.ts';
import { inceptionScore } from './inception-score.ts';

type Metric = NonNullable<MetricValues['train.loss']>;
export type Quality = Readonly<
  Record<
    'inception' | 'frechet' | 'effectiveClasses' | 'smallestClass' | 'largestClass' | 'confidence',
    Metric
  >
>;

/** Pictures of one Inception Score. */
const splitSize = 1000;

/** As a screen shows them. */
export const clipped = (pictures: Float32Array): Float32Array<ArrayBuffer> =>
  new Float32Array(pictures).map((value) => Math.min(Math.max(value, 0), 1));

/** Of what the evaluation classifier says of pictures clipped to [0, 1]; `real`: the Gaussian of the features of real images. */
export function pictureQuality(classified: Classification, real: Gaussian): Quality {
  const { probabilities, numClasses } = classified;
  const n = probabilities.length / numClasses;
  const metric = (value: number): Metric => ({ value, n });
  const shares = classShares(classified);
  const entropy = shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
  let confidence = 0;
  for (let row = 0; row < n; row++) {
    confidence += Math.max(...probabilities.subarray(row * numClasses, (row + 1) * numClasses)) / n;
  }
  return {
    inception: { ...splitInception(probabilities, numClasses), n },
    frechet: metric(frechetBetween(real, featureGaussian(classified))),
    effectiveClasses: metric(Math.exp(entropy)),
    smallestClass: metric(Math.min(...shares)),
    largestClass: metric(Math.max(...shares)),
    confidence: metric(confidence),
  };
}

/** The mean over whole splits, and their spread where there are two or more; fewer pictures than a split are one. */
export function splitInception(
  probabilities: Float32Array,
  numClasses: number,
): { readonly value: number; readonly foldSd?: number } {
  const length = splitSize * numClasses;
  const scores: number[] = [];
  for (let start = 0; start + length <= probabilities.length; start += length) {
    scores.push(inceptionScore(probabilities.subarray(start, start + length), numClasses));
  }
  if (scores.length === 0) return { value: inceptionScore(probabilities, numClasses) };
  return { value: meanOf(scores), ...(scores.length > 1 && { foldSd: sampleSd(scores) }) };
}

/** How much of the pictures each class gets. */
function classShares(classified: Classification): number[] {
  const read = predictClasses(classified);
  const shares = Array.from({ length: classified.numClasses }, () => 0);
  for (const label of read) shares[label] += 1 / read.length;
  return shares;
}
