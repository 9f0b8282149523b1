/** Pictures of codes that no image has: from N(0, I), and from a Gaussian fitted to the codes of the training images. */
import { codesOf } from '../../../src/networks/encoder-decoder/codes.ts';
import {
  drawGaussian,
  fitGaussian,
  standardGaussian,
  type Gaussian,
} from '../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { numGenerated, type GeneratedInput } from '../generated.ts';
import { toIntensity } from '../pictures.ts';
import type { EncoderSetup } from './setup.ts';

export function drawnCodes({ model, training }: EncoderSetup, count = numGenerated): GeneratedInput['draw'] {
  const { codeDim } = model.config;
  const draw = (name: string, gaussian: Gaussian) =>
    model.decode(drawGaussian(gaussian, createRandom(`generated ${name}`), { count }));
  return {
    standard: () => draw('standard', standardGaussian(codeDim)),
    fitted: () => {
      const codes = codesOf(model.config, model.encode(toIntensity(training.images)));
      return draw('fitted', fitGaussian(codes, codeDim));
    },
  };
}
