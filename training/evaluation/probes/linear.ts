/**
 * The linear probe: multinomial logistic regression with an L2 penalty chosen on the inner split, then fitted to all rows.
 *
 * Minimized by Newton's method with a fixed bound in place of the Hessian (Böhning, Annals of the Institute of Statistical
 * Mathematics 44, 1992): ½·XᵀX / n bounds the curvature of the cross-entropy in every class, so one factorization serves every
 * step and no step size is chosen. Nesterov's momentum, restarted when it points uphill, makes it quick.
 */
import { createSolver } from '../../../src/numerics/solve.ts';
import { multiplyTransposed, transpose } from '../../../src/numerics/matrices.ts';
import { scoreProbe, selectRows, softmax, type FitProbe, type LabelledRows, type Probe } from './probe.ts';

/** Weights of ½‖W‖² beside the mean cross-entropy, strongest first: each starts where the one before ended. */
const penalties = [0.1, 0.01, 0.001];
const maxSteps = 60;
/** No weight moves further than this: done. Features have standard deviation 1. */
const tolerance = 1e-3;

export const fitLinear: FitProbe = (rows, inner) => {
  const training = selectRows(rows, inner.training);
  const validation = selectRows(rows, inner.heldOut);
  let weights = new Float64Array(rows.numClasses * (rows.dim + 1));
  let best = { penalty: NaN, crossEntropy: Infinity, weights };
  for (const penalty of penalties) {
    weights = minimize(training, penalty, weights);
    const { crossEntropy } = scoreProbe(linear(weights, rows.dim), validation);
    if (crossEntropy < best.crossEntropy) best = { penalty, crossEntropy, weights };
  }
  return linear(minimize(rows, best.penalty, best.weights), rows.dim);
};

/** `weights` [numClasses, dim + 1], the last of a row its bias. */
const linear =
  (weights: Float64Array, dim: number): Probe =>
  (features, row, logits) => {
    const from = row * dim;
    for (let k = 0; k < logits.length; k++) {
      const own = k * (dim + 1);
      let sum = weights[own + dim];
      for (let i = 0; i < dim; i++) sum += weights[own + i] * features[from + i];
      logits[k] = sum;
    }
  };

/** From `start`, which is left as it is. */
function minimize(rows: LabelledRows, penalty: number, start: Float64Array): Float64Array<ArrayBuffer> {
  const size = rows.dim + 1;
  const solve = createSolver(curvatureBound(rows, penalty), size);
  const step = new Float64Array(size);
  const ahead = start.slice();
  let weights = start.slice();
  let momentumAge = 0;
  for (let count = 0; count < maxSteps; count++) {
    const gradient = lossGradient(rows, penalty, ahead);
    const next = ahead.slice();
    for (let at = 0; at < next.length; at += size) {
      step.set(gradient.subarray(at, at + size));
      solve(step);
      for (let i = 0; i < size; i++) next[at + i] -= step[i];
    }
    let [furthest, uphill] = [0, 0];
    next.forEach((value, i) => {
      furthest = Math.max(furthest, Math.abs(value - weights[i]));
      uphill += gradient[i] * (value - weights[i]);
    });
    momentumAge = uphill > 0 ? 0 : momentumAge + 1;
    const momentum = momentumAge / (momentumAge + 3);
    next.forEach((value, i) => (ahead[i] = value + momentum * (value - weights[i])));
    weights = next;
    if (furthest < tolerance) break;
  }
  return weights;
}

/** ½·XᵀX / n + penalty, [dim + 1, dim + 1], with a column of ones for the bias, which is not penalized. */
function curvatureBound({ features, labels, dim }: LabelledRows, penalty: number): Float64Array {
  const size = dim + 1;
  const withOnes = new Float64Array(labels.length * size).fill(1);
  for (let row = 0; row < labels.length; row++) {
    withOnes.set(features.subarray(row * dim, (row + 1) * dim), row * size);
  }
  const columns = transpose(withOnes, size);
  const bound = multiplyTransposed(columns, columns, labels.length).map((sum) => sum / (2 * labels.length));
  for (let i = 0; i < dim; i++) bound[i * size + i] += penalty;
  return bound;
}

function lossGradient(rows: LabelledRows, penalty: number, weights: Float64Array): Float64Array {
  const { features, labels, dim, numClasses } = rows;
  const size = dim + 1;
  const gradient = new Float64Array(weights.length);
  const logitGradient = new Float64Array(numClasses);
  const probe = linear(weights, dim);
  for (let row = 0; row < labels.length; row++) {
    probe(features, row, logitGradient);
    softmax(logitGradient, labels[row]);
    logitGradient[labels[row]] -= 1;
    const from = row * dim;
    for (let k = 0; k < numClasses; k++) {
      const outer = logitGradient[k];
      const own = k * size;
      for (let i = 0; i < dim; i++) gradient[own + i] += outer * features[from + i];
      gradient[own + dim] += outer;
    }
  }
  for (let i = 0; i < gradient.length; i++) {
    gradient[i] /= labels.length;
    if (i % size !== dim) gradient[i] += penalty * weights[i];
  }
  return gradient;
}
