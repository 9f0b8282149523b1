/** Layers one after another, forward and backward: the body of an encoder or a decoder. */
import type { FloatArray } from '../../numerics/simd/matrix.ts';
import type { Workspace } from '../../numerics/simd/workspace.ts';
import { addBias, applyActivation, biasGradient, throughActivation } from './activation.ts';
import { createConvolution, createTransposedConvolution } from './convolution.ts';
import { createDense } from './dense.ts';
import { inputLength, outputLength, type LayerParameters, type LayerSpec, type LinearMap } from './layer.ts';

export interface ChainInput {
  readonly workspace: Workspace;
  readonly specs: readonly LayerSpec[];
  readonly parametersOf: (spec: LayerSpec) => LayerParameters;
  /** Images at most. */
  readonly capacity: number;
}

export interface Chain {
  /** Numbers of one image that go in, and that each layer gives. */
  readonly lengths: readonly number[];
  /** [capacity, numbers of one image]: what goes in, then what each layer gave in the last pass. */
  readonly activations: readonly FloatArray[];
  /** From the first of `activations` to the last. */
  readonly forward: (count: number) => void;
}

interface PlacedLayer {
  readonly spec: LayerSpec;
  readonly parameters: LayerParameters;
  readonly map: LinearMap;
}

export interface TrainableChain extends Chain {
  /** Of the loss by the last of `activations`, which `backward` starts from and changes. */
  readonly outputGradient: FloatArray;
  /** Sets the gradients of all parameters, and of what went in where the chain was told to. */
  readonly backward: (count: number) => FloatArray | undefined;
}

const makers = {
  dense: createDense,
  convolution: createConvolution,
  'transposed-convolution': createTransposedConvolution,
} as const;

export function createChain({
  workspace,
  specs,
  parametersOf,
  capacity,
}: ChainInput): Chain & { readonly layers: readonly PlacedLayer[] } {
  const lengths = [inputLength(specs[0]), ...specs.map(outputLength)];
  const activations = lengths.map((length) => workspace.allocate(capacity * length));
  const layers = specs.map((spec) => {
    const parameters = parametersOf(spec);
    const layer = { workspace, parameters, capacity };
    const map = spec.kind === 'dense' ? makers.dense(spec, layer) : makers[spec.kind](spec, layer);
    return { spec, parameters, map };
  });
  return {
    lengths,
    activations,
    layers,
    forward(count: number): void {
      layers.forEach(({ spec, parameters, map }, i) => {
        const output = activations[i + 1];
        map.forward(activations[i], output, count);
        const values = workspace.view(output).subarray(0, count * lengths[i + 1]);
        addBias(values, workspace.view(parameters.bias));
        applyActivation(spec.activation, workspace, output, values);
      });
    },
  };
}

export interface TrainableInput extends ChainInput {
  readonly gradientsOf: (spec: LayerSpec) => LayerParameters;
  /** Whether the gradient of what goes in is needed too. */
  readonly passesGradientOn: boolean;
}

export function createTrainableChain(input: TrainableInput): TrainableChain {
  const { workspace, gradientsOf, passesGradientOn, capacity } = input;
  const { lengths, activations, layers, forward } = createChain(input);
  const inputGradient = passesGradientOn ? workspace.allocate(capacity * lengths[0]) : undefined;
  const gradients = layers.map((_, i) => workspace.allocate(capacity * lengths[i + 1]));
  return {
    lengths,
    activations,
    forward,
    outputGradient: gradients[layers.length - 1],
    backward(count) {
      for (let i = layers.length - 1; i >= 0; i--) {
        const { spec, map } = layers[i];
        const gradient = gradients[i];
        const { weight, bias } = gradientsOf(spec);
        const length = count * lengths[i + 1];
        const values = workspace.view(gradient).subarray(0, length);
        throughActivation(spec.activation, values, workspace.view(activations[i + 1]));
        biasGradient(values, workspace.view(bias));
        map.backward({
          input: activations[i],
          outputGradient: gradient,
          weightGradient: weight,
          inputGradient: i > 0 ? gradients[i - 1] : inputGradient,
          count,
        });
      }
      return inputGradient;
    },
  };
}
