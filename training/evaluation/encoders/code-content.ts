/** What can be read from codes: the class, by the probes, and ink and slant, by ridge regression; on held-out folds of the validation images. */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { codesOf } from '../../../src/networks/encoder-decoder/codes.ts';
import { imageMoments } from '../../../src/numerics/image-moments.ts';
import { explainedVariance } from '../factors.ts';
import { toIntensity } from '../pictures.ts';
import { probeAccuracy } from '../probes.ts';
import type { EncoderSetup } from './setup.ts';

/** As many codes as the runs of a codes' table have. */
const mostImages = 2000;

export function measureCodeContent({ model, validation }: EncoderSetup, numClasses: number): MetricValues {
  const { config } = model;
  const { codeDim: dim, imageWidth } = config;
  const n = Math.min(validation.labels.length, mostImages);
  const length = imageLength(config);
  const images = toIntensity(validation.images.subarray(0, n * length));
  const labels = validation.labels.subarray(0, n);
  const features = codesOf(config, model.encode(images));
  const rows = { features, dim, labels, numClasses };
  const moments = Array.from({ length: n }, (_, i) =>
    imageMoments(images.subarray(i * length, (i + 1) * length), imageWidth),
  );
  const explained = (name: 'ink' | 'slant') => ({
    ...explainedVariance({ features, dim, values: Float32Array.from(moments, (each) => each[name]), labels }),
    n,
  });
  return {
    'codes.class.linear': { ...probeAccuracy('linear', rows), n },
    'codes.class.mlp': { ...probeAccuracy('mlp', rows), n },
    'codes.ink': explained('ink'),
    'codes.slant': explained('slant'),
  };
}
