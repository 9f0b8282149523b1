/**
 * What pictures of drawn codes are worth, by one protocol for models of every family: 10,000 pictures, judged beside the test images, and
 * the nearest training image of the first of them. How codes are drawn is the family's: from N(0, I), as one would without looking at
 * them, from a Gaussian fitted to them, and where a model knows classes from a Gaussian a class.
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import type { Gaussian } from '../../src/numerics/gaussian.ts';
import { nearestImageDistance } from './nearest-image.ts';
import { clipped, pictureQuality, type Quality } from './picture-quality.ts';
import { toIntensity, type EvaluationClassifier } from './pictures.ts';

export type GeneratedSampler = 'standard' | 'fitted' | 'classFitted';

/** Of each sampler. */
export const numGenerated = 10_000;

export interface GeneratedInput {
  /**
   * Intensity [n × length] from codes drawn so. Of a model that knows classes, in an order that mixes them: an Inception Score is over
   * a thousand in a row.
   */
  readonly draw: Readonly<Partial<Record<GeneratedSampler, () => Float32Array>>>;
  /** Numbers of an image. */
  readonly length: number;
  /** The images that the model learned, and others that it did not, in 0..255. */
  readonly learned: Uint8Array;
  readonly others: Uint8Array;
  readonly evaluationClassifier: EvaluationClassifier;
  /** The Gaussian of its features of the test images. */
  readonly real: Gaussian;
}

/** Pictures whose nearest training image is searched. */
const numSearched = 200;

/** `generated.<sampler>.*` and, to read the nearest images against, `generated.real.nearest`. */
export function measureGenerated(input: GeneratedInput): MetricValues {
  const { draw, length, learned, others, evaluationClassifier, real } = input;
  const nearest = (pictures: Float32Array) => ({
    value: nearestImageDistance(pictures.subarray(0, numSearched * length), learned, length),
    n: numSearched,
  });
  const metrics: MetricValues = {
    'generated.real.nearest': nearest(toIntensity(others.subarray(0, numSearched * length))),
  };
  for (const [name, drawn] of Object.entries(draw) as [GeneratedSampler, () => Float32Array][]) {
    const pictures = drawn();
    const quality = pictureQuality(evaluationClassifier.classify(clipped(pictures)), real);
    for (const metric of Object.keys(quality) as (keyof Quality)[]) {
      metrics[`generated.${name}.${metric}`] = quality[metric];
    }
    metrics[`generated.${name}.nearest`] = nearest(pictures);
  }
  return metrics;
}
