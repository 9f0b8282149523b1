/** Every metric of one game: calls what is in this folder, and measures nothing itself. */
import type { GanHistory } from '../../../src/contract/families/gan.ts';
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import type { Gan } from '../../../src/networks/gan/predictor.ts';
import { createRandom, normalArray } from '../../../src/numerics/random.ts';
import type { LabelledImages } from '../../data/sources.ts';
import { featureGaussian } from '../frechet.ts';
import { measureGenerated, numGenerated } from '../generated.ts';
import { toIntensity, type EvaluationClassifier } from '../pictures.ts';
import { measureDiscriminator } from './discriminator.ts';
import { measureCourse } from './training-course.ts';

export interface MeasureGameInput {
  readonly gan: Gan;
  /** All images that the discriminator saw, and others of the same set. */
  readonly training: LabelledImages;
  readonly validation: LabelledImages;
  /** What neither it nor any choice has seen. */
  readonly test: LabelledImages;
  readonly evaluationClassifier: EvaluationClassifier;
  readonly history: GanHistory;
  readonly hasLabels: boolean;
  readonly numParameters: number;
  readonly numBytes: number;
  /** `light` leaves out the pictures of drawn codes. */
  readonly tier: 'light' | 'full';
}

/** Images, and pictures, that the discriminator is asked about. */
const numJudged = 1000;

/** Values that are not finite are left out. */
export function measureGame(input: MeasureGameInput): MetricValues {
  const { gan, training, validation, test, evaluationClassifier, history, tier } = input;
  const length = imageLength(gan.config);
  const draw = (count: number) =>
    gan.generate(normalArray(createRandom('generated standard'), count * gan.config.codeDim, 1));
  const first = ({ images }: LabelledImages) => toIntensity(images.subarray(0, numJudged * length));
  const metrics: MetricValues = {
    'train.loss': { value: history.generatorLoss.at(-1) ?? NaN, n: training.labels.length },
    ...measureCourse(history.inception),
    ...measureDiscriminator({
      gan,
      learned: first(training),
      unseen: first(validation),
      pictures: draw(numJudged),
      hasLabels: input.hasLabels,
    }),
    'network.parameters': { value: input.numParameters, n: 1 },
    'network.bytes': { value: input.numBytes, n: 1 },
    ...(tier === 'full' &&
      measureGenerated({
        draw: { standard: () => draw(numGenerated) },
        length,
        learned: training.images,
        others: validation.images,
        evaluationClassifier,
        real: featureGaussian(evaluationClassifier.classify(toIntensity(test.images))),
      })),
  };
  return Object.fromEntries(Object.entries(metrics).filter(([, { value }]) => Number.isFinite(value)));
}
