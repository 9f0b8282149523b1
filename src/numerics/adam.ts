/**
 * Adam (Kingma and Ba, 2015) as PyTorch computes it, in one typed-array pass. It is *dense*: on a table of codes, rows that
 * are not in the batch have gradient zero and still move by their momentum. A lazy Adam, which skips them, is another
 * algorithm; a test tells the two apart.
 */
const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

/** What Adam remembers of the steps before: plain data, so that it may travel between threads, and a copy of it goes on in the same way. */
export interface AdamState {
  /** Steps taken. */
  step: number;
  /** Running means of the gradient and of its square, [length] each. */
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

export const beginAdam = (length: number): AdamState => ({
  step: 0,
  mean: new Float32Array(length),
  square: new Float32Array(length),
});

/** One step on `values` and `state` in place; `gradient` has the same length and order. */
export function stepAdam(state: AdamState, values: Float32Array, gradient: Float32Array, rate: number): void {
  const { mean, square } = state;
  state.step++;
  const stepSize = rate / (1 - beta1 ** state.step);
  const correction = 1 / Math.sqrt(1 - beta2 ** state.step);
  for (let i = 0; i < mean.length; i++) {
    const g = gradient[i];
    const m = beta1 * mean[i] + (1 - beta1) * g;
    const v = beta2 * square[i] + (1 - beta2) * g * g;
    mean[i] = m;
    square[i] = v;
    values[i] -= (stepSize * m) / (Math.sqrt(v) * correction + epsilon);
  }
}

export interface Adam {
  /** One step on `values` in place; `gradient` has the same length and order. `rate` is for this step alone. */
  update(values: Float32Array, gradient: Float32Array, rate?: number): void;
}

/** Each update moves `state`. */
export function createAdam(length: number, learningRate: number, state = beginAdam(length)): Adam {
  return {
    update: (values, gradient, rate = learningRate) => stepAdam(state, values, gradient, rate),
  };
}
