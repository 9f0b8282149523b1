/** What pictures of drawn codes are worth: codes from N(0, I), as one would draw without looking at them, and from a Gaussian fitted to them. */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { codesOf } from '../../../src/networks/encoder-decoder/codes.ts';
import {
  drawGaussian,
  fitGaussian,
  standardGaussian,
  type Gaussian,
} from '../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { nearestImageDistance } from '../nearest-image.ts';
import { clipped, pictureQuality, type Quality } from '../picture-quality.ts';
import { toIntensity } from '../pictures.ts';
import type { EncoderSetup } from './setup.ts';

/** Pictures whose nearest training image is searched. */
const numSearched = 200;

/** `generated.standard.*`, `generated.fitted.*` and, to read the nearest images against, `generated.real.nearest`. */
export function measureGenerated(setup: EncoderSetup, real: Gaussian, numPictures = 10_000): MetricValues {
  const { model, training, validation, evaluationClassifier } = setup;
  const { config } = model;
  const length = imageLength(config);
  const codes = codesOf(config, model.encode(toIntensity(training.images)));
  const samplers = { standard: standardGaussian(config.codeDim), fitted: fitGaussian(codes, config.codeDim) };
  const nearest = (pictures: Float32Array) => ({
    value: nearestImageDistance(pictures.subarray(0, numSearched * length), training.images, length),
    n: numSearched,
  });
  const metrics: MetricValues = {
    'generated.real.nearest': nearest(toIntensity(validation.images.subarray(0, numSearched * length))),
  };
  for (const name of ['standard', 'fitted'] as const) {
    const pictures = model.decode(
      drawGaussian(samplers[name], createRandom(`generated ${name}`), { count: numPictures }),
    );
    const quality = pictureQuality(evaluationClassifier.classify(clipped(pictures)), real);
    for (const metric of Object.keys(quality) as (keyof Quality)[]) {
      metrics[`generated.${name}.${metric}`] = quality[metric];
    }
    metrics[`generated.${name}.nearest`] = nearest(pictures);
  }
  return metrics;
}
