/** The product of a batch with a matrix of weights. */
import { matrix, transposed } from '../../numerics/simd/matrix.ts';
import type { DenseSpec, LayerInput, LinearMap } from './layer.ts';

export function createDense(
  { inputs, outputs }: DenseSpec,
  { workspace, parameters }: LayerInput,
): LinearMap {
  const { multiply } = workspace;
  const weight = matrix(parameters.weight, inputs, outputs);
  return {
    forward(input, output, count) {
      multiply(matrix(input, count, inputs), weight, output);
    },
    backward({ input, outputGradient, weightGradient, inputGradient, count }) {
      const gradient = matrix(outputGradient, count, outputs);
      if (weightGradient) multiply(transposed(matrix(input, count, inputs)), gradient, weightGradient);
      if (inputGradient) multiply(gradient, transposed(weight), inputGradient);
    },
  };
}
