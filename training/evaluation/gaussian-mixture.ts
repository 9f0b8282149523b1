/**
 * A mixture of Gaussians with full covariances, fitted to codes by expectation maximization from a k-means++ start, and drawn from. A
 * fixed number of iterations and one start: a sampler to compare with others, not a search for the best likelihood.
 */
import { drawGaussian, fitGaussian, gaussianWith, type Gaussian } from '../../src/numerics/gaussian.ts';
import { trace } from '../../src/numerics/matrices.ts';
import type { Random } from '../../src/numerics/random.ts';

export interface GaussianMixture {
  /** [components], sums to 1. */
  readonly weights: Float64Array;
  readonly components: readonly Gaussian[];
}

const numIterations = 25;
/** Added to each variance, in mean variances of all codes: a component of few codes stays a Gaussian with some width. */
const relativeRidge = 1e-3;
/** A component with fewer codes than this share of one keeps the place it had. */
const emptyWeight = 1e-6;

/** `codes` [n, dim], n ≥ 2. Fewer codes than components: one component a code. */
export function fitMixture(
  codes: Float32Array,
  {
    dim,
    numComponents,
    random,
  }: { readonly dim: number; readonly numComponents: number; readonly random: Random },
): GaussianMixture {
  const whole = fitGaussian(codes, dim);
  const ridge = (relativeRidge * trace(whole.covariance, dim)) / dim;
  const count = codes.length / dim;
  const { centres, nearest } = spreadCentres(codes, dim, Math.min(numComponents, count), random);

  // First each code belongs to its nearest centre, from then on to every component by its density.
  const shares = new Float64Array(count * centres.length);
  nearest.forEach((centre, row) => (shares[row * centres.length + centre] = 1));
  let components = centres.map((centre) => gaussianWith(centre, whole.covariance));
  let weights = new Float64Array(centres.length);
  for (let iteration = 0; iteration < numIterations; iteration++) {
    if (iteration > 0) expectation(codes, { weights, components }, shares);
    ({ components, weights } = maximization(codes, shares, components, ridge));
  }
  return { weights, components };
}

/** `count` draws, [count, dim]: a component by its weight, then a draw from it. */
export function drawMixture(
  { weights, components }: GaussianMixture,
  random: Random,
  count: number,
): Float32Array<ArrayBuffer> {
  const [{ dim }] = components;
  const draws = new Float32Array(count * dim);
  const [choice, content] = [random.fork('component'), random.fork('content')];
  for (let row = 0; row < count; row++) {
    const component = components[chosen(weights, choice)];
    draws.set(drawGaussian(component, content, { count: 1 }), row * dim);
  }
  return draws;
}

/** k-means++ (Arthur and Vassilvitskii 2007): each next centre is a code drawn by its squared distance to the nearest so far. */
function spreadCentres(codes: Float32Array, dim: number, numCentres: number, random: Random) {
  const count = codes.length / dim;
  const centres: Float64Array[] = [];
  const nearest = new Uint32Array(count);
  const distances = new Float64Array(count).fill(Infinity);
  while (centres.length < numCentres) {
    const row = centres.length === 0 ? random.integer(count) : chosen(distances, random);
    const centre = Float64Array.from(codes.subarray(row * dim, (row + 1) * dim));
    for (let other = 0; other < count; other++) {
      let squared = 0;
      for (let i = 0; i < dim; i++) squared += (codes[other * dim + i] - centre[i]) ** 2;
      if (squared < distances[other]) {
        distances[other] = squared;
        nearest[other] = centres.length;
      }
    }
    centres.push(centre);
  }
  return { centres, nearest };
}

/** An index drawn with probability in proportion to `weights`; the last one when all are 0. */
function chosen(weights: Float64Array, random: Random): number {
  let rest = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < weights.length; index++) {
    rest -= weights[index];
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

/** Fills `shares` [n, components]: the probability of each component given each code. */
function expectation(
  codes: Float32Array,
  { weights, components }: GaussianMixture,
  shares: Float64Array,
): void {
  const [{ dim }] = components;
  const numComponents = components.length;
  const whitened = new Float64Array(dim);
  components.forEach(({ mean, cholesky }, k) => {
    const inverse = Float64Array.from({ length: dim }, (_, i) => 1 / cholesky[i * dim + i]);
    const constant = inverse.reduce((sum, value) => sum + Math.log(value), Math.log(weights[k]));
    for (let row = 0; row * dim < codes.length; row++) {
      // Solves L · whitened = code − mean; its squared length is the Mahalanobis distance.
      let distance = 0;
      for (let i = 0; i < dim; i++) {
        let rest = codes[row * dim + i] - mean[i];
        for (let j = 0; j < i; j++) rest -= cholesky[i * dim + j] * whitened[j];
        whitened[i] = rest * inverse[i];
        distance += whitened[i] * whitened[i];
      }
      shares[row * numComponents + k] = constant - distance / 2;
    }
  });
  for (let at = 0; at < shares.length; at += numComponents) {
    const row = shares.subarray(at, at + numComponents);
    const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    let sum = 0;
    for (let k = 0; k < numComponents; k++) sum += row[k] = Math.exp(row[k] - largest);
    for (let k = 0; k < numComponents; k++) row[k] /= sum;
  }
}

/** Weights, means and covariances of the codes that each component has. */
function maximization(
  codes: Float32Array,
  shares: Float64Array,
  previous: readonly Gaussian[],
  ridge: number,
): { components: Gaussian[]; weights: Float64Array<ArrayBuffer> } {
  const numComponents = previous.length;
  const count = shares.length / numComponents;
  const weights = new Float64Array(numComponents);
  for (let i = 0; i < shares.length; i++) weights[i % numComponents] += shares[i];
  const components = previous.map((component, k) => {
    if (weights[k] < emptyWeight) return component;
    const own = shares.filter((_, i) => i % numComponents === k);
    return weightedGaussian(codes, component.dim, { own, total: weights[k], ridge });
  });
  return { components, weights: weights.map((weight) => weight / count) };
}

function weightedGaussian(
  codes: Float32Array,
  dim: number,
  { own, total, ridge }: { readonly own: Float64Array; readonly total: number; readonly ridge: number },
): Gaussian {
  const mean = new Float64Array(dim);
  const covariance = new Float64Array(dim * dim);
  const deviation = new Float64Array(dim);
  own.forEach((share, row) => {
    for (let i = 0; i < dim; i++) mean[i] += (share / total) * codes[row * dim + i];
  });
  own.forEach((share, row) => {
    if (share < 1e-12) return; // adds nothing that a double would keep
    for (let i = 0; i < dim; i++) deviation[i] = codes[row * dim + i] - mean[i];
    for (let i = 0; i < dim; i++) {
      const scaled = (share / total) * deviation[i];
      for (let j = 0; j <= i; j++) covariance[i * dim + j] += scaled * deviation[j];
    }
  });
  for (let i = 0; i < dim; i++) {
    covariance[i * dim + i] += ridge;
    for (let j = 0; j < i; j++) covariance[j * dim + i] = covariance[i * dim + j];
  }
  return gaussianWith(mean, covariance);
}
