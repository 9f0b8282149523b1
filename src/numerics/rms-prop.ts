/**
 * RMSprop (Tieleman and Hinton, 2012) as PyTorch computes it: the mean square has decay 0.99, and ε is outside the root, so that gradients far
 * smaller than √ε, as those of a clipped critic are, still make whole steps.
 */
const decay = 0.99;
const epsilon = 1e-8;

export interface RmsProp {
  /** One step on `values` in place; `gradient` has the same length and order. */
  update(values: Float32Array, gradient: Float32Array): void;
}

export function createRmsProp(length: number, learningRate: number): RmsProp {
  const meanSquare = new Float32Array(length);
  return {
    update(values, gradient) {
      for (let i = 0; i < length; i++) {
        const g = gradient[i];
        const square = decay * meanSquare[i] + (1 - decay) * g * g;
        meanSquare[i] = square;
        values[i] -= (learningRate * g) / (Math.sqrt(square) + epsilon);
      }
    },
  };
}
