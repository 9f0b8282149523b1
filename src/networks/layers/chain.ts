/** Layers one after another, forward and backward: the body of an encoder or a decoder. */
import type { FloatArray } from '../../numerics/simd/matrix.ts';
import type { Workspace } from '../../numerics/simd/workspace.ts';
import { addBias, applyActivation, biasGradient, throughActivation } from './activation.ts';
import { createBatchNorm } from './batch-norm.ts';
import { createConvolution, createTransposedConvolution } from './convolution.ts';
import { createDense } from './dense.ts';
import {
  inputLength,
  outputLength,
  type LayerInput,
  type LayerParameters,
  type LayerSpec,
  type LinearMap,
  type TrainableSpec,
} from './layer.ts';
import type { NamedParameters } from './parameters.ts';

export interface ChainInput<Spec extends TrainableSpec = LayerSpec> {
  readonly workspace: Workspace;
  readonly specs: readonly Spec[];
  readonly parametersOf: (spec: TrainableSpec) => LayerParameters;
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

/** A layer with its parameters and its map. */
interface PlacedLayer {
  readonly spec: TrainableSpec;
  readonly parameters: LayerParameters;
  readonly map: LinearMap;
}

export interface TrainableChain extends Chain {
  /** Of the loss by the last of `activations`, which `backward` starts from and changes. */
  readonly outputGradient: FloatArray;
  /** Sets the gradients of all parameters, and of what went in where the chain was told to; or those alone that are said to be wanted. */
  readonly backward: (count: number, wanted?: 'parameters' | 'input') => FloatArray | undefined;
  readonly layers: readonly PlacedLayer[];
  /** By what each layer's activation was applied to, [capacity, numbers of an image], after `backward`. */
  readonly sumGradients: readonly FloatArray[];
  /** Running statistics of the batch normalizations, as `<name>.mean` and `<name>.variance`. */
  readonly statistics: () => NamedParameters;
}

function createMap(spec: TrainableSpec, layer: LayerInput): LinearMap {
  switch (spec.kind) {
    case 'dense':
      return createDense(spec, layer);
    case 'convolution':
      return createConvolution(spec, layer);
    case 'transposed-convolution':
      return createTransposedConvolution(spec, layer);
    case 'batch-norm':
      return createBatchNorm(spec, layer);
  }
}

export const createChain = (input: ChainInput): Chain => placeLayers(input);

function placeLayers({
  workspace,
  specs,
  parametersOf,
  capacity,
}: ChainInput<TrainableSpec>): Chain & { readonly layers: readonly PlacedLayer[] } {
  const lengths = [inputLength(specs[0]), ...specs.map(outputLength)];
  const activations = lengths.map((length) => workspace.allocate(capacity * length));
  const layers = specs.map((spec) => {
    const parameters = parametersOf(spec);
    return { spec, parameters, map: createMap(spec, { workspace, parameters, capacity }) };
  });
  return {
    lengths,
    activations,
    layers,
    forward(count: number): void {
      layers.forEach(({ spec, parameters, map }, i) => {
        const output = activations[i + 1];
        map.forward(activations[i], output, count);
        const used = { at: output.at, length: count * lengths[i + 1] };
        addBias(workspace.view(used), workspace.view(parameters.bias));
        applyActivation(spec.activation, workspace, used);
      });
    },
  };
}

export interface TrainableInput extends ChainInput<TrainableSpec> {
  readonly gradientsOf: (spec: TrainableSpec) => LayerParameters;
  /** Whether the gradient of what goes in is needed too. */
  readonly passesGradientOn: boolean;
}

export function createTrainableChain(input: TrainableInput): TrainableChain {
  const { workspace, gradientsOf, passesGradientOn, capacity } = input;
  const { lengths, activations, layers, forward } = placeLayers(input);
  const inputGradient = passesGradientOn ? workspace.allocate(capacity * lengths[0]) : undefined;
  const gradients = layers.map((_, i) => workspace.allocate(capacity * lengths[i + 1]));
  return {
    lengths,
    activations,
    forward,
    layers,
    sumGradients: gradients,
    outputGradient: gradients[layers.length - 1],
    backward(count, wanted) {
      const first = wanted === 'parameters' ? undefined : inputGradient;
      for (let i = layers.length - 1; i >= 0; i--) {
        const { spec, map } = layers[i];
        const gradient = gradients[i];
        const { weight, bias } = gradientsOf(spec);
        const used = { at: gradient.at, length: count * lengths[i + 1] };
        throughActivation(spec.activation, workspace, used, activations[i + 1]);
        if (wanted !== 'input') biasGradient(workspace.view(used), workspace.view(bias));
        map.backward({
          input: activations[i],
          outputGradient: gradient,
          weightGradient: wanted === 'input' ? undefined : weight,
          inputGradient: i > 0 ? gradients[i - 1] : first,
          count,
        });
      }
      return first;
    },
    statistics: () =>
      Object.fromEntries(
        layers.flatMap(({ spec: { name }, map: { running } }) =>
          running
            ? [
                [`${name}.mean`, running.mean.slice()],
                [`${name}.variance`, running.variance.slice()],
              ]
            : [],
        ),
      ),
  };
}
