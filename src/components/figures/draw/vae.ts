/** What a VAE makes of a picture at one look: the codes that are decoded, and how far the first of them is off. Pure. */
import { codesOf, logVariancesOf } from '../../../networks/encoder-decoder/codes.ts';
import { createRandom } from '../../../numerics/random.ts';

export interface VaeChoice {
  readonly id: string;
  readonly codeDim: number;
}

export const numVaePictures = 10;

/** `encoding`: of one image, means and then log variances. The mean μ, then draws μ + σ ∘ ε, [numVaePictures × codeDim]. */
export function posteriorCodes(codeDim: number, encoding: Float32Array): Float32Array<ArrayBuffer> {
  const mean = codesOf({ codeDim, gaussianCode: true }, encoding);
  const logVariance = logVariancesOf({ codeDim }, encoding);
  const random = createRandom('draw/posterior');
  const codes = new Float32Array(numVaePictures * codeDim);
  codes.set(mean);
  for (let i = codeDim; i < codes.length; i++) {
    const at = i % codeDim;
    codes[i] = mean[at] + Math.exp(logVariance[at] / 2) * random.normal();
  }
  return codes;
}

/** L1 + L2 a pixel, the loss of a search. */
export function lossOf(picture: Float32Array, image: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < image.length; i++) {
    const error = Math.abs(picture[i] - image[i]);
    sum += error + error * error;
  }
  return sum / image.length;
}
