/** Everything that is measured on a data set without a generator: floors, marks of real images, and how good the judge is. */
import type { ReferenceFigures } from '../../src/contract/metrics.ts';
import { readDigits } from '../../src/networks/classifier.ts';
import type { Random } from '../../src/numerics/random.ts';
import { measureRealDiversity } from './diversity.ts';
import { measureFloors } from './floors.ts';
import { frechetDistance } from './frechet.ts';
import { inceptionScore } from './inception-score.ts';
import { toInk, type Judge } from './pictures.ts';

type Measured = NonNullable<ReferenceFigures['real.read']>;

export interface ReferenceInput {
  /** The training images, [n × 784] bytes, and their classes [n]. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  /** As many other real images that the judge learned. */
  readonly otherImages: Uint8Array;
  /** As many that the judge never saw, and that other people may have written. */
  readonly unseenImages: Uint8Array;
  readonly judge: Judge;
  /** On images that each never saw. */
  readonly judgeAccuracy?: Measured;
  readonly criticAccuracy?: Measured;
  /** The `probe.*` marks, which training/evaluation/probes measures. */
  readonly probeFigures?: ReferenceFigures;
  readonly random: Random;
}

/** `floor.*`, `real.*` and what was handed in; n counts the images that a figure is over. */
export function measureReference(input: ReferenceInput): ReferenceFigures {
  const { images, labels, judge, judgeAccuracy, criticAccuracy, random } = input;
  const n = labels.length;
  const { probabilities, features } = judge.classify(toInk(images));
  const distanceTo = (others: Uint8Array) =>
    frechetDistance(features, judge.classify(toInk(others)).features, features.length / n);
  const read = readDigits({ probabilities });
  const numRead = labels.reduce((count, label, i) => count + Number(read[i] === label), 0);
  return {
    ...measureFloors({ images, labels, random: random.fork('floors') }),
    ...input.probeFigures,
    'real.inception': { value: inceptionScore(probabilities, probabilities.length / n), n },
    'real.frechet': { value: distanceTo(input.otherImages), n },
    'real.frechetUnseen': { value: distanceTo(input.unseenImages), n },
    'real.read': { value: numRead / n, n },
    ...measureRealDiversity({ images, labels }),
    ...(judgeAccuracy && { 'judge.accuracy': judgeAccuracy }),
    ...(criticAccuracy && { 'critic.accuracy': criticAccuracy }),
  };
}
