/** A convolution that halves both sides of a map, as a product of its patches, and its transpose, which doubles them. */
import { matrix, transposed } from '../../numerics/simd/matrix.ts';
import { kernelSide, type ConvolutionSpec, type LayerInput, type LinearMap } from './layer.ts';
import { createPatches } from './patches.ts';

const kernelArea = kernelSide * kernelSide;

export function createConvolution(
  { input: from, output: to }: ConvolutionSpec,
  layer: LayerInput,
): LinearMap {
  const { workspace, parameters, capacity } = layer;
  const { multiply } = workspace;
  const patches = createPatches(workspace, from, capacity);
  const positions = to.height * to.width;
  const inner = kernelArea * from.channels;
  const weight = matrix(parameters.weight, inner, to.channels);
  return {
    forward(input, output, count) {
      patches.gather(input, count);
      multiply(matrix(patches.array, count * positions, inner), weight, output);
    },
    backward({ outputGradient, weightGradient, inputGradient, count }) {
      // The patches are those of the forward pass.
      const gradient = matrix(outputGradient, count * positions, to.channels);
      if (weightGradient)
        multiply(transposed(matrix(patches.array, count * positions, inner)), gradient, weightGradient);
      if (!inputGradient) return;
      multiply(gradient, transposed(weight), patches.array);
      patches.scatter(inputGradient, count);
    },
  };
}

export function createTransposedConvolution(
  { input: from, output: to }: ConvolutionSpec,
  layer: LayerInput,
): LinearMap {
  const { workspace, parameters, capacity } = layer;
  const { multiply } = workspace;
  const patches = createPatches(workspace, to, capacity);
  const positions = from.height * from.width;
  const inner = kernelArea * to.channels;
  const weight = matrix(parameters.weight, inner, from.channels);
  return {
    forward(input, output, count) {
      multiply(matrix(input, count * positions, from.channels), transposed(weight), patches.array);
      patches.scatter(output, count);
    },
    backward({ input, outputGradient, weightGradient, inputGradient, count }) {
      patches.gather(outputGradient, count);
      const gathered = matrix(patches.array, count * positions, inner);
      if (weightGradient)
        multiply(transposed(gathered), matrix(input, count * positions, from.channels), weightGradient);
      if (inputGradient) multiply(gathered, weight, inputGradient);
    },
  };
}
