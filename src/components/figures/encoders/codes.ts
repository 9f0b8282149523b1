/** The codes that figures of models with an encoder decode. Pure; the first draws of each kind are those of the previews. */
import { codesOf } from '../../../networks/encoder-decoder/codes.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import { drawGaussian, gaussianWith, standardGaussian } from '../../../numerics/gaussian.ts';
import { createRandom } from '../../../numerics/random.ts';
import type { EncoderCheckpoint } from './models.ts';

export const numClasses = 10;

/** Codes of the images that the model shows, [2 numClasses × codeDim]: training images, then validation images, in class order. */
export const shownCodes = ({ manifest, shown }: EncoderCheckpoint): Float32Array =>
  codesOf(manifest.model, shown);

export type ShownPart = 'training' | 'validation';

/** The code of the training image or of the validation image of a class. */
export function shownCode(checkpoint: EncoderCheckpoint, part: ShownPart, digit: number) {
  const { codeDim } = checkpoint.manifest.model;
  const row = (part === 'training' ? 0 : numClasses) + digit;
  return shownCodes(checkpoint).subarray(row * codeDim, (row + 1) * codeDim);
}

/** `standard`: N(0, I). `fitted`: the Gaussian fitted to the codes of the training images. */
export type CodePrior = 'standard' | 'fitted';

/** [count × codeDim] */
export function drawnCodes(
  { manifest, codeMean, codeCovariance }: EncoderCheckpoint,
  { prior, seed, count }: { readonly prior: CodePrior; readonly seed: number; readonly count: number },
): Float32Array {
  const gaussian =
    prior === 'standard'
      ? standardGaussian(manifest.model.codeDim)
      : gaussianWith(Float64Array.from(codeMean), Float64Array.from(codeCovariance));
  const random = createRandom(`preview ${prior}${seed === 0 ? '' : `/${seed}`}`);
  return drawGaussian(gaussian, random, { count });
}

/** `count` codes from N(0, I), and then as many from the fitted Gaussian: [2 count × codeDim]. */
export const codesOfBoth = (
  checkpoint: EncoderCheckpoint,
  draw: { readonly seed: number; readonly count: number },
): Float32Array =>
  concatenate((['standard', 'fitted'] as const).map((prior) => drawnCodes(checkpoint, { prior, ...draw })));

/** Standard deviation of each code number over the training images. */
export const codeStds = ({ manifest, codeCovariance }: EncoderCheckpoint): Float32Array => {
  const { codeDim } = manifest.model;
  return Float32Array.from({ length: codeDim }, (_, i) => Math.sqrt(codeCovariance[i * codeDim + i]));
};
