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

/** In place. `values`: the part of `array` that is in use. */
export function applyActivation(
  activation: Activation,
  { sigmoid }: Workspace,
  array: FloatArray,
  values: Float32Array,
): void {
  if (activation === 'relu') {
    for (let i = 0; i < values.length; i++) if (values[i] < 0) values[i] = 0;
  } else if (activation === 'leaky-relu') {
    for (let i = 0; i < values.length; i++) if (values[i] < 0) values[i] *= leakySlope;
  } else if (activation === 'sigmoid') {
    const used = { at: array.at, length: values.length };
    sigmoid(used, used);
  }
}

/** Gradient by the activation's output → by its input, in place. A ReLU, leaky or not, passes it on as it is where the output is above 0. */
export function throughActivation(
  activation: Activation,
  gradient: Float32Array,
  output: Float32Array,
): void {
  if (activation === 'relu') {
    for (let i = 0; i < gradient.length; i++) if (output[i] <= 0) gradient[i] = 0;
  } else if (activation === 'leaky-relu') {
    for (let i = 0; i < gradient.length; i++) if (output[i] <= 0) gradient[i] *= leakySlope;
  } else if (activation === 'sigmoid') {
    for (let i = 0; i < gradient.length; i++) gradient[i] *= output[i] * (1 - output[i]);
  }
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
