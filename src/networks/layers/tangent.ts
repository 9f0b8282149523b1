/**
 * The gradient by the weights of a product with the gradient by what went in, which a gradient penalty needs, without second derivatives. Where
 * activations are piecewise linear, the gradient by the input is a product of weights and of slopes that stay as they are, so that the
 * derivative by one weight is a product too: of what came back to its layer, and of `direction` sent forward through the layers before it,
 * without biases and with the slopes of the images (the tangent network).
 */
import { throughActivation } from './activation.ts';
import type { TrainableChain, TrainableInput } from './chain.ts';

/** Sets the gradients of Σ over images of ⟨direction, gradient by the image⟩. */
export type Tangent = (direction: Float32Array, count: number) => void;

/**
 * Of a chain whose last pass went forward and backward. @throws RangeError for layers that are not piecewise linear in what goes in, and in
 * each image by itself.
 */
export function createTangent(
  { workspace, gradientsOf, capacity }: Pick<TrainableInput, 'workspace' | 'gradientsOf' | 'capacity'>,
  { layers, lengths, activations, sumGradients }: TrainableChain,
): Tangent {
  for (const { spec } of layers) {
    if (spec.kind === 'batch-norm' || spec.activation === 'sigmoid') {
      throw new RangeError(`${spec.name} is not piecewise linear in each image.`);
    }
  }
  const { view } = workspace;
  const tangents = lengths.map((length) => workspace.allocate(capacity * length));
  return (direction, count) => {
    view(tangents[0]).set(direction);
    layers.forEach(({ spec, map }, i) => {
      const [input, output] = [tangents[i], tangents[i + 1]];
      const { weight, bias } = gradientsOf(spec);
      map.forward(input, output, count);
      map.backward({
        input,
        outputGradient: sumGradients[i],
        weightGradient: weight,
        inputGradient: undefined,
        count,
      });
      view(bias).fill(0);
      const sent = { at: output.at, length: count * lengths[i + 1] };
      throughActivation(spec.activation, workspace, sent, activations[i + 1]);
    });
  };
}
