/**
 * Adam (Kingma and Ba, 2015) as PyTorch computes it, in one typed-array pass. It is *dense*: on a table of codes, rows that
 * are not in the batch have gradient zero and still move by their momentum. A lazy Adam, which skips them, is another
 * algorithm; a test tells the two apart.
 */
const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

export interface Adam {
  /** One step on `values` in place; `gradient` has the same length and order. `rate` is for this step alone. */
  update(values: Float32Array, gradient: Float32Array, rate?: number): void;
}

/** What it remembers of all steps so far: plain data, so that a copy of it goes on in the same way. */
export interface AdamMoments {
  readonly mean: Float32Array;
  readonly square: Float32Array;
  numSteps: number;
}

export const noMoments = (length: number): AdamMoments => ({
  mean: new Float32Array(length),
  square: new Float32Array(length),
  numSteps: 0,
});

/** Each update moves `moments`. */
export function createAdam(length: number, learningRate: number, moments = noMoments(length)): Adam {
  const { mean, square } = moments;
  return {
    update(values, gradient, rate = learningRate) {
      const step = ++moments.numSteps;
      const stepSize = rate / (1 - beta1 ** step);
      const correction = 1 / Math.sqrt(1 - beta2 ** step);
      for (let i = 0; i < length; i++) {
        const g = gradient[i];
        const m = beta1 * mean[i] + (1 - beta1) * g;
        const v = beta2 * square[i] + (1 - beta2) * g * g;
        mean[i] = m;
        square[i] = v;
        values[i] -= (stepSize * m) / (Math.sqrt(v) * correction + epsilon);
      }
    },
  };
}
