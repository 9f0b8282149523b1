/** Every metric of one run with an encoder: calls what is in this folder, and measures nothing itself. */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { countParameters, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { architectureOf } from '../../../src/networks/encoder-decoder/architecture.ts';
import { featureGaussian } from '../frechet.ts';
import { measureGenerated } from '../generated.ts';
import { toIntensity } from '../pictures.ts';
import { measureCodeContent } from './code-content.ts';
import { measureCodeUse } from './code-use.ts';
import { drawnCodes } from './drawn-codes.ts';
import { measureSubspace, measureThreshold } from './principal-subspace.ts';
import { measureReconstructions } from './reconstructions.ts';
import type { EncoderSetup } from './setup.ts';

export interface MeasureEncoderInput extends EncoderSetup {
  readonly parameters: NamedParameters;
  /** Bytes of the weights of both halves. */
  readonly numBytes: number;
  readonly numClasses: number;
  /** Of the last epoch; NaN of a run that ended in its first. */
  readonly trainLoss: number;
  /** σ²ₓ of a Gaussian data term. */
  readonly dataVariance: number | null;
  /** Whether it is a linear map, which PCA is measured beside. */
  readonly isLinear: boolean;
  /** `light` leaves out samples and what is read from codes. */
  readonly tier: 'light' | 'full';
}

/** Values that are not finite are left out. */
export function measureEncoder(input: MeasureEncoderInput): MetricValues {
  const { model, parameters, training, test, evaluationClassifier, tier } = input;
  const { encoder, decoder } = architectureOf(model.config);
  const real = featureGaussian(evaluationClassifier.classify(toIntensity(test.images)));
  const reconstructions = measureReconstructions(input, real);
  const metrics: MetricValues = {
    'train.loss': { value: input.trainLoss, n: training.labels.length },
    ...reconstructions,
    ...measureCodeUse(input, input.dataVariance),
    ...(input.isLinear && measureSubspace(input, parameters, reconstructions)),
    ...(input.dataVariance !== null && measureThreshold(input)),
    'network.parameters': { value: countParameters([...encoder, ...decoder]), n: 1 },
    'network.bytes': { value: input.numBytes, n: 1 },
    ...(tier === 'full' && {
      ...measureGenerated({
        draw: drawnCodes(input),
        length: imageLength(model.config),
        learned: training.images,
        others: input.validation.images,
        evaluationClassifier,
        real,
      }),
      ...measureCodeContent(input, input.numClasses),
    }),
  };
  return Object.fromEntries(Object.entries(metrics).filter(([, { value }]) => Number.isFinite(value)));
}
