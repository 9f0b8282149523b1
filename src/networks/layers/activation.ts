/** Biases and activations, element by element, with their gradients. What is not a number goes through: a run that diverges has to show it. */
import type { FloatArray } from '../../numerics/simd/matrix.ts';
import type { Workspace } from '../../numerics/simd/workspace.ts';
import { leakySlope, type Activation } from './layer.ts';

/** Adds the bias [columns] to each row of `values` [rows, columns]. */
export function addBias(values: Float32Array, bias: Float32Array): void {
  const columns = bias.length;
  for (let row = 0; row < values.length; row += columns) {
    for (let i = 0; i < columns; i++) values[row + i] += bias[i];
  }
}

const slopes = { relu: 0, 'leaky-relu': leakySlope } as const;

/** In place; of a batch that is the front of an array, what lies behind it may change too. */
export function applyActivation(activation: Activation, workspace: Workspace, values: FloatArray): void {
  if (activation === 'sigmoid') workspace.sigmoid(values, values);
  else if (activation !== 'linear') workspace.rectify(values, slopes[activation]);
}

/** Gradient by the activation's output → by its input, in place. A ReLU, leaky or not, passes it on as it is where the output is above 0. */
export function throughActivation(
  activation: Activation,
  workspace: Workspace,
  gradient: FloatArray,
  output: FloatArray,
): void {
  if (activation === 'sigmoid') {
    const [slope, value] = [workspace.view(gradient), workspace.view(output)];
    for (let i = 0; i < slope.length; i++) slope[i] *= value[i] * (1 - value[i]);
  } else if (activation !== 'linear') workspace.throughRectifier(gradient, output, slopes[activation]);
}

/** The sum of the rows of `gradient` [rows, columns] into `bias` [columns]. */
export function biasGradient(gradient: Float32Array, bias: Float32Array): void {
  const columns = bias.length;
  const sums = new Float64Array(columns);
  for (let row = 0; row < gradient.length; row += columns) {
    for (let i = 0; i < columns; i++) sums[i] += gradient[row + i];
  }
  bias.set(sums);
}
