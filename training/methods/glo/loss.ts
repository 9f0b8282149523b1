/**
 * The reconstruction loss: sigmoid of the generator's logits against ink in [0, 1], as L1, L2 or their sum, each the mean over
 * all pixels of the batch. One operation with its gradient.
 */
import { scalar, type Rank, type Scalar, type Tensor1D, type Tensor4D } from '@tensorflow/tfjs-core';
import type { LossName } from '../../../src/contract/manifest.ts';
import { differentiable } from '../../../src/networks/differentiable.ts';
import { allocate, view } from '../../../src/networks/heap.ts';

export interface LossParts {
  /** Mean absolute error. */
  readonly l1: number;
  /** Mean squared error. */
  readonly l2: number;
}

/**
 * logits [n, 14, 14, 4] (sub-pixel phases, without bias), bias [1], targets in the same layout, [n × 784].
 * The gradient of |e| at e = 0 is 0, as in PyTorch.
 */
export function reconstructionLoss(
  logits: Tensor4D,
  bias: Tensor1D,
  targets: Float32Array,
  name: LossName,
): { loss: Scalar; value: number; parts: LossParts } {
  const weight1 = name === 'l2' ? 0 : 1;
  const weight2 = name === 'l1' ? 0 : 1;
  const count = targets.length;
  const images = new Float32Array(count);
  const logitValues = view(logits);
  const shift = view(bias)[0];
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < count; i++) {
    const ink = 1 / (1 + Math.exp(-logitValues[i] - shift));
    images[i] = ink;
    const error = ink - targets[i];
    absolute += Math.abs(error);
    squared += error * error;
  }
  const parts = { l1: absolute / count, l2: squared / count };

  const value = weight1 * parts.l1 + weight2 * parts.l2;
  const loss = differentiable<Scalar>([logits, bias], () => ({
    value: scalar(value),
    saved: [],
    gradient: (dy) => {
      const logitGradient = allocate<Rank.R4>(logits.shape);
      const biasGradient = allocate<Rank.R1>([1]);
      const scale = view(dy)[0] / count;
      const gradient = view(logitGradient);
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const ink = images[i];
        const error = ink - targets[i];
        const slope = scale * (weight1 * Math.sign(error) + weight2 * 2 * error) * ink * (1 - ink);
        gradient[i] = slope;
        sum += slope;
      }
      view(biasGradient)[0] = sum;
      return [logitGradient, biasGradient];
    },
  }));
  return { loss, value, parts };
}
