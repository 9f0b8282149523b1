/**
 * Strokes only, where the truth is known: how much of a factor that the image was drawn with a linear map finds in the content
 * code, and how much the class alone tells. R² on held-out folds, 1 for all of it, 0 for no better than the mean of the held-out
 * values, and a little below 0 for a map that learned noise.
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import { meanOf, sampleSd } from '../../src/contract/statistics.ts';
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import { multiplyTransposed, transpose } from '../../src/numerics/matrices.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { createSolver } from '../../src/numerics/solve.ts';
import type { FactorName } from '../data/strokes.ts';
import { labelsOf } from './pictures.ts';
import { innerSplit, standardized, stratifiedFolds, type Split } from './probes/folds.ts';

const numFolds = 5;
const measuredFactors = ['slant', 'thickness', 'width', 'offsetX'] as const satisfies readonly FactorName[];
/** Weights of the squared coefficients beside the mean squared error; features have standard deviation 1. */
const penalties = [1e-4, 1e-2, 1];

/** Of each factor one number an image, [numImages]; more than the measured ones may be given. */
export type Factors = Readonly<Record<FactorName, Float32Array>>;

export function measureFactors(source: CodeSource, factors: Factors): MetricValues {
  const { contentDim, numClasses } = source.manifest.model;
  const labels = labelsOf(source);
  const n = labels.length;
  const oneHot = new Float32Array(n * numClasses);
  labels.forEach((label, row) => (oneHot[row * numClasses + label] = 1));
  const metrics: MetricValues = {};
  for (const name of measuredFactors) {
    const values = factors[name].subarray(0, n);
    const explained = (features: Float32Array, dim: number) => ({
      ...explainedVariance({ features, dim, values, labels }),
      n,
    });
    metrics[`factor.${name}.content`] = explained(source.contentCodes, contentDim);
    metrics[`factor.${name}.class`] = explained(oneHot, numClasses);
  }
  return metrics;
}

interface Regression {
  /** [rows, dim] */
  readonly features: Float32Array;
  readonly dim: number;
  /** [rows], what is to be predicted. */
  readonly values: Float32Array;
  /** [rows], for the stratification only. */
  readonly labels: Uint8Array;
}

/**
 * R² of ridge regression on 5 held-out folds, mean and sample standard deviation; the penalty is chosen inside each fold. NaN for
 * values that do not vary.
 */
export function explainedVariance({ features, dim, values, labels }: Regression): {
  readonly value: number;
  readonly foldSd: number;
} {
  const random = createRandom('factors');
  const scores = stratifiedFolds(labels, numFolds, random.fork('folds')).map((split, fold) => {
    const own = Uint8Array.from(split.training, (row) => labels[row]);
    const inner = innerSplit(own, random.fork(`inner ${fold}`));
    const nested: Split = {
      training: inner.training.map((row) => split.training[row]),
      heldOut: inner.heldOut.map((row) => split.training[row]),
    };
    const innerScores = penalties.map((penalty) => ridgeScore(features, dim, values, nested, penalty));
    const best = penalties[innerScores.indexOf(Math.max(...innerScores))];
    return ridgeScore(features, dim, values, split, best);
  });
  return { value: meanOf(scores), foldSd: sampleSd(scores) };
}

/** Fits the training rows of a split; R² on the held-out ones, about their own mean. */
function ridgeScore(
  features: Float32Array,
  dim: number,
  values: Float32Array,
  split: Split,
  penalty: number,
): number {
  const { training, heldOut } = standardized(features, dim, split);
  const mean = meanOf(Array.from(split.training, (row) => values[row]));
  const columns = transpose(training, dim);
  const numRows = split.training.length;
  const moments = multiplyTransposed(columns, columns, numRows).map((sum) => sum / numRows);
  for (let i = 0; i < dim; i++) moments[i * dim + i] += penalty;
  const deviations = Float64Array.from(split.training, (row) => values[row] - mean);
  const coefficients = multiplyTransposed(columns, deviations, numRows).map((sum) => sum / numRows);
  createSolver(moments, dim)(coefficients);

  const heldOutMean = meanOf(Array.from(split.heldOut, (row) => values[row]));
  const predictions = multiplyTransposed(heldOut, coefficients, dim);
  let [unexplained, total] = [0, 0];
  split.heldOut.forEach((row, i) => {
    unexplained += (values[row] - mean - predictions[i]) ** 2;
    total += (values[row] - heldOutMean) ** 2;
  });
  return 1 - unexplained / total;
}
