/**
 * One of the two networks of a game in training: its parameters, the layers that use them, gradients summed over the passes of a step, and an
 * optimizer. With spectral normalization its layers use the weights divided by their largest singular value.
 */
import {
  createTrainableChain,
  type TrainableChain,
  type TrainableInput,
} from '../../../src/networks/layers/chain.ts';
import type { TrainableSpec } from '../../../src/networks/layers/layer.ts';
import { allocateParameters, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { createRmsProp } from '../../../src/numerics/rms-prop.ts';
import type { FloatArray } from '../../../src/numerics/simd/matrix.ts';
import type { Workspace } from '../../../src/numerics/simd/workspace.ts';
import { powerIteration, throughSpectralNorm, type Spectrum } from '../../../src/numerics/spectral-norm.ts';

export type Optimizer =
  | { readonly kind: 'adam'; readonly rate: number; readonly betas: readonly [number, number] }
  | { readonly kind: 'rmsprop'; readonly rate: number };

export interface PlayerInput {
  readonly workspace: Workspace;
  readonly specs: readonly TrainableSpec[];
  readonly parameters: NamedParameters;
  /** Of spectral normalization: a vector [outputs] for each layer, by its name, that the power iterations start from. */
  readonly singularVectors?: Readonly<Record<string, Float32Array>> | undefined;
  readonly optimizer: Optimizer;
  /** Images of a batch at most. */
  readonly capacity: number;
  readonly passesGradientOn: boolean;
}

export interface Player {
  readonly chain: TrainableChain;
  /** Where the chain puts gradients. */
  readonly gradientsOf: TrainableInput['gradientsOf'];
  /** One power iteration for each layer, and the weights that the layers then use; nothing without spectral normalization. */
  readonly normalize: () => void;
  /** Forgets the gradients of the last step. */
  readonly clear: () => void;
  /** Adds the gradients that the chain has set. */
  readonly accumulate: () => void;
  /** One step with the sum, which becomes that by the parameters themselves; then, if there is one, a clip to ± `bound`. */
  readonly update: (bound?: number) => void;
  readonly parameters: () => NamedParameters;
  /** What the layers use. */
  readonly usedParameters: () => NamedParameters;
  readonly gradients: () => NamedParameters;
  /** Numbers of the last batch by layer, [capacity × numbers of the layer], from what went in. */
  readonly activations: () => readonly Float32Array[];
  readonly singularVectors: () => Readonly<Record<string, Float32Array>>;
}

export function createPlayer(input: PlayerInput): Player {
  const { workspace, specs, parameters, singularVectors, optimizer, capacity, passesGradientOn } = input;
  const { view } = workspace;
  const block = () => allocateParameters(workspace, specs);
  const [values, ofPass, sum] = [block(), block(), block()];
  const used = singularVectors ? block() : values;
  values.write(parameters);
  const chain = createTrainableChain({
    workspace,
    specs,
    parametersOf: used.of,
    gradientsOf: ofPass.of,
    capacity,
    passesGradientOn,
  });
  const optimize = createOptimizer(workspace, optimizer, values.whole.length);
  const vectors = new Map<string, Float64Array>(
    Object.entries(singularVectors ?? {}).map(([name, vector]) => [name, Float64Array.from(vector)]),
  );
  const spectra = new Map<TrainableSpec, Spectrum>();

  return {
    chain,
    gradientsOf: ofPass.of,
    normalize() {
      if (!singularVectors) return;
      view(used.whole).set(view(values.whole));
      for (const spec of specs) {
        const weight = view(used.of(spec).weight);
        const vector = vectors.get(spec.name);
        if (!vector) throw new RangeError(`Spectral normalization has no vector for ${spec.name}.`);
        const spectrum = powerIteration(weight, vector);
        vectors.set(spec.name, spectrum.left);
        spectra.set(spec, spectrum);
        for (let i = 0; i < weight.length; i++) weight[i] /= spectrum.sigma;
      }
    },
    clear() {
      view(sum.whole).fill(0);
    },
    accumulate() {
      const [total, added] = [view(sum.whole), view(ofPass.whole)];
      for (let i = 0; i < total.length; i++) total[i] += added[i];
    },
    update(bound) {
      for (const [spec, spectrum] of spectra) {
        throughSpectralNorm(view(sum.of(spec).weight), view(used.of(spec).weight), spectrum);
      }
      optimize(values.whole, sum.whole);
      if (bound === undefined) return;
      const all = view(values.whole);
      // What is not a number stays so: a run that diverges has to show it.
      for (let i = 0; i < all.length; i++) all[i] = Math.min(Math.max(all[i], -bound), bound);
    },
    parameters: values.read,
    usedParameters: used.read,
    gradients: sum.read,
    activations: () => chain.activations.map((array) => view(array).slice()),
    singularVectors: () =>
      Object.fromEntries(Array.from(vectors, ([name, vector]) => [name, Float32Array.from(vector)])),
  };
}

type Optimize = (values: FloatArray, gradient: FloatArray) => void;

function createOptimizer(workspace: Workspace, optimizer: Optimizer, length: number): Optimize {
  if (optimizer.kind === 'rmsprop') {
    const rmsProp = createRmsProp(length, optimizer.rate);
    return (values, gradient) => rmsProp.update(workspace.view(values), workspace.view(gradient));
  }
  const [mean, square] = [workspace.allocate(length), workspace.allocate(length)];
  const { rate, betas } = optimizer;
  let step = 0;
  return (values, gradient) => {
    step++;
    workspace.adam({ values, gradient, mean, square, rate, betas, step });
  };
}
