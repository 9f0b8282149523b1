import { describe, expect, it } from 'vitest';
import { createChain, createTrainableChain } from '../../../../../src/networks/layers/chain.ts';
import { foldedLayers, foldedParameters } from '../../../../../src/networks/layers/fold.ts';
import type { TrainableSpec } from '../../../../../src/networks/layers/layer.ts';
import { allocateParameters, initializeLayers } from '../../../../../src/networks/layers/parameters.ts';
import { createRandom, normalArray } from '../../../../../src/numerics/random.ts';
import { createWorkspace } from '../../../../../src/numerics/simd/workspace.ts';

const count = 6;
const small = { height: 2, width: 2, channels: 3 };
const large = { height: 4, width: 4, channels: 5 };
const linear = { activation: 'linear' } as const;
const leaky = { activation: 'leaky-relu' } as const;
/** Every kind of layer that a batch normalization follows, and a leaky ReLU behind each. */
const specs: readonly TrainableSpec[] = [
  { kind: 'dense', name: 'dense', inputs: 4, outputs: 12, ...linear },
  { kind: 'batch-norm', name: 'norm1', size: small, ...leaky },
  { kind: 'transposed-convolution', name: 'up', input: small, output: large, ...linear },
  { kind: 'batch-norm', name: 'norm2', size: large, ...leaky },
  { kind: 'convolution', name: 'down', input: large, output: small, ...linear },
  { kind: 'batch-norm', name: 'norm3', size: small, ...leaky },
];
const random = createRandom('batch-norm');
/** Scales and shifts that are not those of the start. */
const parameters = Object.fromEntries(
  Object.entries(initializeLayers(specs, random)).map(([name, values]) => [
    name,
    name.startsWith('norm') ? values.map((value) => value + random.normal() / 3) : values,
  ]),
);
const input = normalArray(random, count * 4, 1);
/** The loss is the output's product with these. */
const weights = normalArray(random, count * 12, 1);

function makeChain() {
  const workspace = createWorkspace();
  const [values, gradients] = [0, 1].map(() => allocateParameters(workspace, specs));
  const chain = createTrainableChain({
    workspace,
    specs,
    parametersOf: values.of,
    gradientsOf: gradients.of,
    capacity: count,
    passesGradientOn: true,
  });
  const view = (layer: number) => workspace.view(chain.activations[layer]);
  function lossOf(where: Readonly<Record<string, Float32Array>>, images: Float32Array): number {
    values.write(where);
    view(0).set(images);
    chain.forward(count);
    return view(specs.length).reduce((sum, value, i) => sum + value * weights[i], 0);
  }
  return { workspace, chain, gradients, view, lossOf };
}

describe('batch normalization', () => {
  it('gives each channel the mean and the spread that its parameters say, and remembers those of the batches', () => {
    const { chain, view, lossOf } = makeChain();
    lossOf({ ...parameters, 'norm1.bias': Float32Array.of(10, 20, 30) }, input);
    const before = Float64Array.from(view(1));
    const after = view(2);
    const numRows = before.length / 3;
    const columnsOf = (values: ArrayLike<number>, channel: number) =>
      Array.from({ length: numRows }, (_, row) => values[row * 3 + channel]);
    const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b) / numRows;
    const varianceOf = (values: readonly number[]) =>
      meanOf(values.map((value) => (value - meanOf(values)) ** 2));
    const running = chain.statistics();
    for (let channel = 0; channel < 3; channel++) {
      const [came, went] = [columnsOf(before, channel), columnsOf(after, channel)];
      expect(meanOf(went)).toBeCloseTo(10 * (channel + 1), 4);
      expect(varianceOf(went)).toBeCloseTo(parameters['norm1.weight'][channel] ** 2, 2);
      expect(running['norm1.mean'][channel]).toBeCloseTo(0.1 * meanOf(came), 6);
      const unbiased = (varianceOf(came) * numRows) / (numRows - 1);
      expect(running['norm1.variance'][channel]).toBeCloseTo(0.9 + 0.1 * unbiased, 6);
    }
  });

  it('passes on the gradient that differences of the loss show, in parameters and in what goes in', () => {
    const { workspace, chain, gradients, lossOf } = makeChain();
    lossOf(parameters, input);
    workspace.view(chain.outputGradient).set(weights);
    const inputGradient = chain.backward(count);
    const found = gradients.read();
    const slope = inputGradient && workspace.view(inputGradient).slice();
    // A leaky ReLU has a kink: small steps, along the gradient as a whole, so that rounding stays small beside the difference.
    const along = (values: Float32Array, by: Float32Array, step: number) =>
      values.map((value, i) => value + step * by[i]);
    const lengthOf = (values: Float32Array) => Math.hypot(...values);
    for (const [name, gradient] of Object.entries(found)) {
      // A bias in front of a batch normalization changes nothing.
      if (['dense.bias', 'up.bias', 'down.bias'].includes(name)) continue;
      const step = 1e-3 / lengthOf(gradient);
      const at = (sign: number) =>
        lossOf({ ...parameters, [name]: along(parameters[name], gradient, sign * step) }, input);
      const rise = (at(1) - at(-1)) / (2 * step * lengthOf(gradient) ** 2);
      expect.soft(rise, name).toBeCloseTo(1, 1);
    }
    if (!slope) throw new Error('The chain was told to pass its gradient on.');
    const step = 1e-3 / lengthOf(slope);
    const at = (sign: number) => lossOf(parameters, along(input, slope, sign * step));
    expect((at(1) - at(-1)) / (2 * step * lengthOf(slope) ** 2)).toBeCloseTo(1, 1);
  });

  it('gives a bias per channel before it no gradient', () => {
    const { workspace, chain, gradients, lossOf } = makeChain();
    lossOf(parameters, input);
    workspace.view(chain.outputGradient).set(weights);
    chain.backward(count);
    const found = gradients.read();
    for (const name of ['up.bias', 'down.bias']) {
      expect(Math.max(...found[name].map(Math.abs))).toBeLessThan(1e-4);
    }
  });

  it('goes into the layer before it with its running statistics', () => {
    const { chain, view, lossOf } = makeChain();
    // The same batch again and again: its statistics are then the running ones, but that the running variance is the unbiased one.
    for (let pass = 0; pass < 200; pass++) lossOf(parameters, input);
    const numRows = [24, 96, 24];
    const statistics = chain.statistics();
    numRows.forEach((n, i) => {
      const variance = statistics[`norm${i + 1}.variance`];
      variance.set(variance.map((value) => (value * (n - 1)) / n));
    });
    const layers = foldedLayers(specs);
    expect(layers.map(({ name, activation }) => [name, activation])).toEqual([
      ['dense', 'leaky-relu'],
      ['up', 'leaky-relu'],
      ['down', 'leaky-relu'],
    ]);
    const workspace = createWorkspace();
    const block = allocateParameters(workspace, layers);
    block.write(foldedParameters(specs, parameters, statistics));
    const folded = createChain({ workspace, specs: layers, parametersOf: block.of, capacity: count });
    workspace.view(folded.activations[0]).set(input);
    folded.forward(count);
    const expected = view(specs.length);
    workspace
      .view(folded.activations[3])
      .forEach((value, i) => expect.soft(value).toBeCloseTo(expected[i], 4));
  });

  it('does not go into a layer that has an activation', () => {
    const [dense, norm] = specs;
    expect(() => foldedLayers([{ ...dense, activation: 'relu' }, norm])).toThrow(
      'norm1 does not follow a linear layer.',
    );
  });
});
