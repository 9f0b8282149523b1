/** One pass of a batch of codes through the generator in training mode, and back: gradients of any loss of the ink. */
import {
  grads,
  scalar,
  tensor,
  type Rank,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type { BatchStatistics } from '../../../src/networks/batch-norm.ts';
import type { CodeBatch } from '../../../src/networks/codes.ts';
import type { InputLoss } from '../../../src/networks/critic.ts';
import { differentiable } from '../../../src/networks/differentiable.ts';
import {
  generatorLogits,
  generatorShapes,
  trainableNames,
  type TrainableName,
} from '../../../src/networks/generator.ts';
import { allocate, scoped, view } from '../../../src/networks/heap.ts';
import { joinCodes } from '../../../src/networks/eval-forward.ts';
import { toPhases } from './batches.ts';
import type { GloModel } from './model.ts';

export interface InkLoss {
  readonly value: number;
  /** d value / d ink, at the ink in float32, times the number of pixels: of order one in any batch. Laid out as the ink is. */
  readonly slopes: Float64Array;
}

/** Adds `weight` × a critic's gradient, which is of images row by row, to the slopes of the ink as the generator lays it out. */
export function addInkSlopes(slopes: Float64Array, { gradient }: InputLoss, weight: number): void {
  const scale = weight * gradient.length;
  const phases = toPhases(gradient);
  for (let i = 0; i < phases.length; i++) slopes[i] += scale * phases[i];
}

export interface GeneratorPass<Loss extends InkLoss> {
  readonly loss: Loss;
  readonly statistics: BatchStatistics;
  /** Gradient of the input codes, [count × (classDim + contentDim)], class code first. */
  readonly input: Float32Array;
  readonly parameters: Record<TrainableName, Float32Array>;
}

/** `lossOf` gets the ink in [0, 1] in the layout of the logits (see batches.ts), [count × 784]. Leaves no tensor behind. */
export function generatorPass<Loss extends InkLoss>(
  model: GloModel,
  codes: CodeBatch,
  lossOf: (ink: Float64Array) => Loss,
): GeneratorPass<Loss> {
  return scoped(() => {
    const shapes = generatorShapes(model.dims);
    const tensors = trainableNames.map((name) => tensor(model.parameters[name], [...shapes[name]]));
    let loss: Loss | undefined;
    let statistics: BatchStatistics | undefined;
    const objective = (input: Tensor, ...values: Tensor[]): Scalar => {
      const parameters = byName((_, i) => values[i]);
      const output = generatorLogits(parameters, input as Tensor2D);
      statistics = output.statistics;
      return throughSigmoid(
        output.logits,
        parameters['convT2.bias'] as Tensor1D,
        (ink) => (loss = lossOf(ink)),
      );
    };
    const [input, ...gradients] = grads(objective)([joinCodes(model.dims, codes), ...tensors]);
    if (!loss || !statistics) throw new Error('tf.grads did not run the objective.');
    return {
      loss,
      statistics,
      input: view(input).slice(),
      parameters: byName((_, i) => view(gradients[i]).slice()),
    };
  });
}

/**
 * Bias, sigmoid and the loss of the ink as one operation with its gradient; logits [n, 14, 14, 4] (sub-pixel phases, without
 * bias), bias [1]. The loss is asked for on the way back, where tfjs records nothing and so a critic's passes run fused; the
 * scalar that goes forward is a placeholder that nobody reads.
 */
function throughSigmoid(logits: Tensor4D, bias: Tensor1D, lossOf: (ink: Float64Array) => InkLoss): Scalar {
  const count = logits.size;
  const ink = new Float64Array(count);
  const logitValues = view(logits);
  const shift = view(bias)[0];
  for (let i = 0; i < count; i++) ink[i] = 1 / (1 + Math.exp(-logitValues[i] - shift));
  return differentiable<Scalar>([logits, bias], () => ({
    value: scalar(0),
    saved: [],
    gradient: (dy) => {
      const { slopes } = lossOf(ink);
      const logitGradient = allocate<Rank.R4>(logits.shape);
      const biasGradient = allocate<Rank.R1>([1]);
      const scale = view(dy)[0] / count;
      const gradient = view(logitGradient);
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const y = Math.fround(ink[i]);
        const slope = scale * slopes[i] * y * (1 - y);
        gradient[i] = slope;
        sum += slope;
      }
      view(biasGradient)[0] = sum;
      return [logitGradient, biasGradient];
    },
  }));
}

export const byName = <T>(make: (name: TrainableName, index: number) => T): Record<TrainableName, T> =>
  Object.fromEntries(trainableNames.map((name, i) => [name, make(name, i)])) as Record<TrainableName, T>;
