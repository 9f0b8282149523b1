/** How well a discriminator tells images from pictures: those that it learned from, and others, which it could only have remembered less of. */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { meanOf } from '../../../src/contract/statistics.ts';
import type { Gan } from '../../../src/networks/gan/predictor.ts';

export interface DiscriminatorInput {
  readonly gan: Gan;
  /** Intensity in [0, 1], as many of each: training images, validation images, pictures. */
  readonly learned: Float32Array;
  readonly unseen: Float32Array;
  readonly pictures: Float32Array;
  /** Whether scores are logits: those of a critic have no zero. */
  readonly hasLabels: boolean;
}

export function measureDiscriminator({
  gan,
  learned,
  unseen,
  pictures,
  hasLabels,
}: DiscriminatorInput): MetricValues {
  const [seen, other, fake] = [learned, unseen, pictures].map((images) => [
    ...gan.discriminate(images).scores,
  ]);
  const n = fake.length;
  const estimate = (real: readonly number[]) => ({ value: meanOf(real) - meanOf(fake), n });
  const accuracy = (real: readonly number[]) => ({
    value: (real.filter((score) => score > 0).length + fake.filter((score) => score < 0).length) / (2 * n),
    n: 2 * n,
  });
  return {
    'discriminator.estimate': estimate(seen),
    'discriminator.unseenEstimate': estimate(other),
    ...(hasLabels && {
      'discriminator.accuracy': accuracy(seen),
      'discriminator.unseenAccuracy': accuracy(other),
    }),
  };
}
