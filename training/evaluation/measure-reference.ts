/** Everything that is measured on a data set without a generator: baselines, marks of real images, and how good the evaluation classifier is. */
import type { ReferenceValues } from '../../src/contract/metrics.ts';
import { predictClasses } from '../../src/networks/classifier/classifier.ts';
import type { Random } from '../../src/numerics/random.ts';
import { measureRealDiversity } from './diversity.ts';
import { measureBaselines } from './baselines.ts';
import { featureGaussian, frechetDistance } from './frechet.ts';
import { inceptionScore } from './inception-score.ts';
import { pictureQuality } from './picture-quality.ts';
import { toIntensity, type EvaluationClassifier } from './pictures.ts';

type Measured = NonNullable<ReferenceValues['real.accuracy']>;

export interface ReferenceInput {
  /** The training images, [n × numbers of an image] bytes, and their classes [n]. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  /** As many other real images that the evaluation classifier learned. */
  readonly otherImages: Uint8Array;
  /** As many that the evaluation classifier never saw, and that other people may have written. */
  readonly unseenImages: Uint8Array;
  readonly evaluationClassifier: EvaluationClassifier;
  /** On images that each never saw. */
  readonly evaluationClassifierAccuracy?: Measured;
  readonly auxiliaryClassifierAccuracy?: Measured;
  /** As many training images as pictures of drawn codes are judged, and all test images; bytes. */
  readonly many: { readonly images: Uint8Array; readonly test: Uint8Array };
  /** The `probe.*` marks, which training/evaluation/probes measures. */
  readonly probeValues?: ReferenceValues;
  /** The `real.factorReading.*` marks, where factors are known. */
  readonly factorReading?: ReferenceValues;
  readonly random: Random;
}

/** `baseline.*`, `real.*` and what was handed in; n counts the images that a metric is over. */
export function measureReference(input: ReferenceInput): ReferenceValues {
  const {
    images,
    labels,
    evaluationClassifier,
    evaluationClassifierAccuracy,
    auxiliaryClassifierAccuracy,
    random,
  } = input;
  const n = labels.length;
  const classified = evaluationClassifier.classify(toIntensity(images));
  const { probabilities, features } = classified;
  const distanceTo = (others: Uint8Array) =>
    frechetDistance(
      features,
      evaluationClassifier.classify(toIntensity(others)).features,
      features.length / n,
    );
  const quality = pictureQuality(
    evaluationClassifier.classify(toIntensity(input.many.images)),
    featureGaussian(evaluationClassifier.classify(toIntensity(input.many.test))),
  );
  const read = predictClasses(classified);
  const numRead = labels.reduce((count, label, i) => count + Number(read[i] === label), 0);
  return {
    ...measureBaselines({ images, labels, random: random.fork('floors') }),
    ...input.probeValues,
    'real.inception': { value: inceptionScore(probabilities, probabilities.length / n), n },
    'real.frechet': { value: distanceTo(input.otherImages), n },
    'real.frechetUnseen': { value: distanceTo(input.unseenImages), n },
    'real.generated.inception': quality.inception,
    'real.generated.frechet': quality.frechet,
    'real.accuracy': { value: numRead / n, n },
    ...measureRealDiversity({ images, labels }),
    ...input.factorReading,
    ...(evaluationClassifierAccuracy && { 'evaluationClassifier.accuracy': evaluationClassifierAccuracy }),
    ...(auxiliaryClassifierAccuracy && { 'auxiliaryClassifier.accuracy': auxiliaryClassifierAccuracy }),
  };
}
