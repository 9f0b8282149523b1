/**
 * Five ways to draw a content code that no image owns, from nothing fitted to everything kept. Pure functions of the learned codes; what
 * the pictures are worth is in samplers.ts.
 */
import { drawGaussian, fitGaussian, gaussianWith, standardGaussian } from '../../src/numerics/gaussian.ts';
import { gatherRows } from '../../src/numerics/arrays.ts';
import type { Random } from '../../src/numerics/random.ts';
import { drawMixture, fitMixture } from './gaussian-mixture.ts';

/** What the samplers are fitted to. */
export interface ContentTable {
  /** [n, dim], row-major, n ≥ 2. */
  readonly codes: Float32Array;
  readonly dim: number;
  /** [n], the class of each code's image. */
  readonly labels: Uint8Array;
  /** σ: the training noise, which the kernel sampler adds. */
  readonly noiseStd: number;
}

interface Draws {
  /** The class each drawn content will be shown in, [count]. */
  readonly classes: Uint8Array;
  readonly random: Random;
}

/** [count, dim]: one content for each of `classes`. */
type ContentSampler = (table: ContentTable, draws: Draws) => Float32Array<ArrayBuffer>;

const numComponents = 10;
/** Codes the mixture is fitted to, the first ones: its time grows with them, ten Gaussians gain nothing from more. */
const maxMixtureCodes = 5000;

export const contentSamplers = {
  /** N(0, I), whatever the codes are: what one would draw without looking at them. */
  standard: ({ dim }, { classes, random }) =>
    drawGaussian(standardGaussian(dim), random, { count: classes.length }),

  /** One Gaussian with the mean and full covariance of all codes. */
  gaussian: ({ codes, dim }, { classes, random }) =>
    drawGaussian(fitGaussian(codes, dim), random, { count: classes.length }),

  'class-gaussian': drawClassGaussians,

  mixture: ({ codes, dim }, { classes, random }) =>
    drawMixture(
      fitMixture(codes.subarray(0, maxMixtureCodes * dim), {
        dim,
        numComponents,
        random: random.fork('fit'),
      }),
      random.fork('draw'),
      classes.length,
    ),

  /** The code of any image, of any class, and the training noise: the density that training itself drew from. */
  kernel: ({ codes, dim, noiseStd }, { classes, random }) => {
    const [image, noise] = [random.fork('image'), random.fork('noise')];
    const rows = Array.from(classes, () => image.integer(codes.length / dim));
    return gatherRows(codes, dim, rows).map((value) => value + noiseStd * noise.normal());
  },
} as const satisfies Record<string, ContentSampler>;

export type SamplerName = keyof typeof contentSamplers;
export const samplerNames = Object.keys(contentSamplers) as SamplerName[];
export type ContentSamplers = Readonly<Record<SamplerName, ContentSampler>>;

/**
 * For each class the Gaussian of its own images' codes, shown with that class's code. A class with fewer than two codes a dimension,
 * too few for a covariance, has its own mean and the covariance within classes of all codes; one with none, the Gaussian of all.
 */
function drawClassGaussians({ codes, dim, labels }: ContentTable, { classes, random }: Draws) {
  const gaussians = new Map(
    Array.from(new Set(classes), (label) => [label, classGaussian({ codes, dim, labels }, label)]),
  );
  const contents = new Float32Array(classes.length * dim);
  classes.forEach((label, row) => {
    const gaussian = gaussians.get(label) ?? standardGaussian(dim);
    contents.set(drawGaussian(gaussian, random, { count: 1 }), row * dim);
  });
  return contents;
}

function classGaussian({ codes, dim, labels }: Omit<ContentTable, 'noiseStd'>, label: number) {
  const own = codesOf({ codes, dim, labels }, label);
  const count = own.length / dim;
  if (count >= 2 * dim) return fitGaussian(own, dim);
  if (count === 0) return fitGaussian(codes, dim);
  return gaussianWith(meanOf(own, dim), fitGaussian(deviations({ codes, dim, labels }), dim).covariance);
}

const codesOf = ({ codes, dim, labels }: Omit<ContentTable, 'noiseStd'>, label: number) =>
  gatherRows(
    codes,
    dim,
    Array.from(labels.keys()).filter((row) => labels[row] === label),
  );

function meanOf(codes: Float32Array, dim: number): Float64Array {
  const mean = new Float64Array(dim);
  for (let i = 0; i < codes.length; i++) mean[i % dim] += codes[i] / (codes.length / dim);
  return mean;
}

/** Every code less the mean of its class. */
function deviations({ codes, dim, labels }: Omit<ContentTable, 'noiseStd'>): Float32Array {
  const means = new Map(
    Array.from(new Set(labels), (label) => [label, meanOf(codesOf({ codes, dim, labels }, label), dim)]),
  );
  return codes.map((value, i) => value - (means.get(labels[Math.floor(i / dim)])?.[i % dim] ?? 0));
}
