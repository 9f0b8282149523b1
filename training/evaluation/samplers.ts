/**
 * What pictures of drawn content codes are worth: are they read as their class (evaluation classifier), are they sharp and varied (Inception Score), do
 * they look like the training images (Fréchet distance), and are they only the training images again (nearest code).
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import { predictClasses } from '../../src/networks/classifier/classifier.ts';
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import { imageLength } from '../../src/networks/blocks/image-shape.ts';
import { gatherRows, rootMeanSquare } from '../../src/numerics/arrays.ts';
import { fitGaussian, type Gaussian } from '../../src/numerics/gaussian.ts';
import type { Random } from '../../src/numerics/random.ts';
import { contentSamplers, samplerNames, type ContentSamplers } from './content-samplers.ts';
import { frechetBetween } from './frechet.ts';
import { inceptionScore } from './inception-score.ts';
import { labelsOf, type EvaluationClassifier, type Predict } from './pictures.ts';

export interface SamplersInput {
  readonly source: CodeSource;
  /** σ of the training. */
  readonly contentNoiseStd: number;
  readonly predict: Predict;
  readonly evaluationClassifier: EvaluationClassifier;
  /** The evaluation classifier's features of the training images, [n × numFeatures]. */
  readonly realFeatures: Float32Array;
  readonly random: Random;
  /** Pictures of each class, 200: with ten classes as many as most runs have training images. */
  readonly perClass?: number;
  readonly samplers?: ContentSamplers | undefined;
}

/** Four `sampler.*` metrics for each way to draw; n counts the pictures, which are the same number of every class. */
export function measureSamplers(input: SamplersInput): MetricValues {
  const { source, evaluationClassifier, random, perClass = 200, samplers = contentSamplers } = input;
  const { contentDim: dim, numClasses } = source.manifest.model;
  const classes = Uint8Array.from({ length: numClasses * perClass }, (_, i) => Math.floor(i / perClass));
  const table = {
    codes: source.contentCodes,
    dim,
    labels: labelsOf(source),
    noiseStd: input.contentNoiseStd,
  };
  let real: Gaussian | undefined;
  const metrics: MetricValues = {};
  for (const name of samplerNames) {
    const contents = samplers[name](table, { classes, random: random.fork(name) });
    const classified = evaluationClassifier.classify(picturesOf(contents, classes, input));
    const { probabilities, features } = classified;
    const read = predictClasses(classified);
    const numFeatures = features.length / classes.length;
    real ??= fitGaussian(input.realFeatures, numFeatures);

    const metric = (value: number) => ({ value, n: classes.length });
    const numRead = classes.reduce((count, label, i) => count + Number(read[i] === label), 0);
    metrics[`sampler.${name}.accuracy`] = metric(numRead / classes.length);
    metrics[`sampler.${name}.inception`] = metric(
      inceptionScore(probabilities, probabilities.length / classes.length),
    );
    metrics[`sampler.${name}.frechet`] = metric(frechetBetween(real, fitGaussian(features, numFeatures)));
    metrics[`sampler.${name}.nearest`] = metric(nearestDistance(contents, source.contentCodes, dim));
  }
  return metrics;
}

/** Pictures a pass: bounds memory, nothing else. */
const passSize = 200;

/** Intensity [count × numbers of an image] of each of `contents` [count × contentDim] in its class. */
export function picturesOf(
  contents: Float32Array,
  classes: Uint8Array,
  { source, predict }: Pick<SamplersInput, 'source' | 'predict'>,
): Float32Array {
  const { model } = source.manifest;
  const { contentDim, classDim } = model;
  const length = imageLength(model);
  const pictures = new Float32Array(classes.length * length);
  for (let first = 0; first < classes.length; first += passSize) {
    const labels = classes.subarray(first, first + passSize);
    const contentCodes = contents.subarray(first * contentDim, (first + labels.length) * contentDim);
    const classCodes = gatherRows(source.classCodes, classDim, labels);
    pictures.set(predict({ count: labels.length, contentCodes, classCodes }), first * length);
  }
  return pictures;
}

/**
 * The mean Euclidean distance of `contents` [m, dim] to the nearest of `codes` [n, dim], divided by rms(codes) · √dim, which is the root mean
 * square norm of a code: 0 says that every sample is a training code, 1 that it is as far from the nearest as codes are from 0.
 */
export function nearestDistance(contents: Float32Array, codes: Float32Array, dim: number): number {
  const scale = rootMeanSquare(codes) * Math.sqrt(dim);
  let total = 0;
  for (let at = 0; at < contents.length; at += dim) {
    let nearest = Infinity;
    for (let code = 0; code < codes.length; code += dim) {
      let squared = 0;
      for (let i = 0; i < dim && squared < nearest; i++) squared += (contents[at + i] - codes[code + i]) ** 2;
      if (squared < nearest) nearest = squared;
    }
    total += Math.sqrt(nearest);
  }
  // Codes that are all 0 have no scale: without one the distance is a distance.
  return total / (contents.length / dim) / (scale || 1);
}
