/** The code of an image: what a plain encoder gives, and of a Gaussian code its mean, which is also its mode. */
import { concatenate, rowsBetween } from '../../numerics/arrays.ts';
import type { EncoderDecoderConfig } from './architecture.ts';

type CodeConfig = Pick<EncoderDecoderConfig, 'codeDim' | 'gaussianCode'>;

/** `encodings` [n × encoding] → codes [n × codeDim]. */
export const codesOf = ({ codeDim, gaussianCode }: CodeConfig, encodings: Float32Array) =>
  gaussianCode ? halves(encodings, codeDim, 0) : encodings;

/** Of Gaussian codes: [n × codeDim]. */
export const logVariancesOf = ({ codeDim }: Pick<CodeConfig, 'codeDim'>, encodings: Float32Array) =>
  halves(encodings, codeDim, codeDim);

function halves(encodings: Float32Array, dim: number, first: number): Float32Array {
  const half = new Float32Array(encodings.length / 2);
  for (let row = 0; row * dim < half.length; row++) {
    const start = 2 * row * dim + first;
    half.set(encodings.subarray(start, start + dim), row * dim);
  }
  return half;
}

/**
 * One walk a class, in so many steps: from the code of an image of it to that of another image of the next. `codes`: of one image of each
 * class and then of another of each, [2 numClasses × dim] → [numClasses × numSteps × dim].
 */
export function walksBetween(codes: Float32Array, dim: number, numSteps: number): Float32Array {
  const numClasses = codes.length / dim / 2;
  const codeOf = (row: number) => codes.subarray(row * dim, (row + 1) * dim);
  return concatenate(
    Array.from({ length: numClasses }, (_, row) =>
      rowsBetween(codeOf(row), codeOf(numClasses + ((row + 1) % numClasses)), numSteps),
    ),
  );
}

/** Mean and variance over rows of each column of `codes` [n × dim]; divisor n. */
export function columnMoments(codes: Float32Array, dim: number) {
  const mean = new Float64Array(dim);
  const variance = new Float64Array(dim);
  const count = codes.length / dim;
  for (let i = 0; i < codes.length; i++) mean[i % dim] += codes[i] / count;
  for (let i = 0; i < codes.length; i++) variance[i % dim] += (codes[i] - mean[i % dim]) ** 2 / count;
  return { mean, variance };
}

/** A code number is active when its mean varies more than this between images (Burda et al., 2015). */
const activeVariance = 0.01;

/** Numbers of the code that tell images apart: of a plain code those that vary at all. */
export function countActive({ codeDim, gaussianCode }: CodeConfig, codes: Float32Array): number {
  const { variance } = columnMoments(codes, codeDim);
  return variance.filter((value) => value > (gaussianCode ? activeVariance : 0)).length;
}

/** Numbers of a code that are the same for every image: of ReLU codes those that are always 0. */
export const countDead = (dim: number, codes: Float32Array): number =>
  columnMoments(codes, dim).variance.filter((value) => value === 0).length;
