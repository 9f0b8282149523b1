/** State of the plane of a VAE with two code numbers: a place on it, an image with its posterior, and draws from that. Pure. */
import { codesOf, logVariancesOf } from '../../../networks/encoder-decoder/codes.ts';
import { createRandom } from '../../../numerics/random.ts';
import { cellCodes, type Point } from '../content-map/state.ts';
import { numClasses } from '../encoders/codes.ts';
import { choice, decimalFrom, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import { trainings, type Training } from './trainings.ts';

/** What lies on the plane: codes of validation images, or what the decoder draws all over it. */
export const planeLayers = ['codes', 'pictures'] as const;

export interface PlaneState {
  readonly kl: Training;
  /** The code at the point, as the sliders say it. */
  readonly x: number;
  readonly y: number;
  /** One of the images of the reconstructions, whose posterior is drawn. */
  readonly image: number;
  /** Of the draws from that posterior. */
  readonly seed: number;
  readonly layer: (typeof planeLayers)[number];
}

/** Codes that no divergence holds reach tens of units; no plane reaches further. */
const farthest = 500;

export const planeFields: Fields<PlaneState> = {
  kl: choice(trainings, 'with'),
  x: decimalFrom(-farthest, farthest, -1.4),
  y: decimalFrom(-farthest, farthest, -2.2),
  image: wholeNumber(2 * numClasses, 17),
  seed: wholeNumber(seedLimit, 0),
  layer: choice(planeLayers, 'codes'),
};

/** What the encoder says of one image: N(mean, std²), each number by itself. */
export interface Posterior {
  readonly mean: Point;
  readonly std: Point;
}

const planeDim = 2;
const pointsOf = (codes: Float32Array): Point[] =>
  Array.from({ length: codes.length / planeDim }, (_, i) => [codes[2 * i], codes[2 * i + 1]]);

/** `encodings` [n × 4]: means, then log variances. */
export function posteriorsOf(encodings: Float32Array): readonly Posterior[] {
  const means = pointsOf(codesOf({ codeDim: planeDim, gaussianCode: true }, encodings));
  const logVariances = pointsOf(logVariancesOf({ codeDim: planeDim }, encodings));
  return means.map((mean, i) => {
    const [a, b] = logVariances[i];
    return { mean, std: [Math.exp(a / 2), Math.exp(b / 2)] };
  });
}

export const numDraws = 5;

/** μ + σ ∘ ε: the same ε of a seed for every image and model. */
export function drawsFrom({ mean, std }: Posterior, seed: number): readonly Point[] {
  const random = createRandom(`posterior/${seed}`);
  return Array.from({ length: numDraws }, () => [
    mean[0] + std[0] * random.normal(),
    mean[1] + std[1] * random.normal(),
  ]);
}

export interface PlaneArgs {
  readonly place: Point;
  readonly image: number;
  readonly seed: number;
}

/** The codes that are drawn beside the plane: at the point, at the mean of the posterior, and at each draw from it. */
export function planeCodes(
  { shown }: { readonly shown: Float32Array },
  { place, image, seed }: PlaneArgs,
): Float32Array {
  const posterior = posteriorsOf(shown)[image];
  return Float32Array.from([place, posterior.mean, ...drawsFrom(posterior, seed)].flat());
}

/** Pictures of `planeCodes`, in one row. */
export const numPictures = 2 + numDraws;

/** All over the plane, row by row from the top left. */
export const gridCodes = (_: unknown, { extent }: { readonly extent: number }): Float32Array =>
  Float32Array.from(cellCodes(extent).flat());

/** So many standard deviations: within them are 86 % of what a Gaussian on the plane draws. */
export const ringStds = 2;

/** One of the two models, as the build describes it. */
export interface PlaneModel {
  readonly id: string;
  /** The plane reaches from −extent to extent in both directions. */
  readonly extent: number;
  /** Of the shown images. */
  readonly posteriors: readonly Posterior[];
}

/** Props of the figure, made at build time. */
export interface PlaneFacts {
  readonly models: Readonly<Record<Training, PlaneModel>>;
  /** First frame of the pictures beside the plane, as a data URL. */
  readonly firstFrame: string;
  /** The shown images themselves, as one sheet; undefined where the build found no MNIST. */
  readonly originalsUrl: string | undefined;
  /** Their reconstructions by the first model, which stand in for them. */
  readonly reconstructionsUrl: string;
  readonly judge: { readonly id: string; readonly accuracy: number } | undefined;
}
