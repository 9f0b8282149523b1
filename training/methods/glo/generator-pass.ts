/** One pass of a batch of codes through the generator in training mode, and back: gradients of any loss of the intensity. */
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
import type { BatchStatistics } from '../../../src/networks/blocks/batch-norm.ts';
import type { CodeBatch } from '../../../src/networks/generator/codes.ts';
import type { InputLoss } from '../../../src/networks/classifier/auxiliary-classifier.ts';
import { differentiable } from '../../../src/networks/blocks/differentiable.ts';
import {
  generatorLogits,
  generatorShapes,
  trainableNames,
  type TrainableName,
} from '../../../src/networks/generator/generator.ts';
import { allocate, scoped, view } from '../../../src/networks/blocks/heap.ts';
import type { ImageShape } from '../../../src/networks/blocks/image-shape.ts';
import { scratch32, scratch64 } from '../../../src/numerics/scratch.ts';
import { joinCodes } from '../../../src/networks/generator/eval-forward.ts';
import type { GloModel } from './model.ts';
import { toPhases } from '../../../src/networks/blocks/pixel-phases.ts';

export interface IntensityLoss {
  readonly value: number;
  /** d value / d intensity, at the intensity in float32, times the number of pixels: of order one in any batch. Laid out as the intensity is. */
  readonly gradient: Float64Array;
}

/** Adds `weight` × an auxiliary classifier's gradient, which is of images row by row, to the gradient of the intensity as the generator lays it out. */
export function addIntensityGradient(
  sum: Float64Array,
  shape: ImageShape,
  { gradient }: InputLoss,
  weight: number,
): void {
  const scale = weight * gradient.length;
  const phases = toPhases(shape, gradient);
  for (let i = 0; i < phases.length; i++) sum[i] += scale * phases[i];
}

export interface GeneratorPass<Loss extends IntensityLoss> {
  readonly loss: Loss;
  readonly statistics: BatchStatistics;
  /** Gradient of the input codes, [count × (classDim + contentDim)], class code first. */
  readonly input: Float32Array;
  readonly parameters: Record<TrainableName, Float32Array>;
}

/**
 * `lossOf` gets the intensity in [0, 1] in the layout of the logits (see batches.ts). Leaves no tensor behind; the intensity and the gradients of
 * parameters are scratch.
 */
export function generatorPass<Loss extends IntensityLoss>(
  model: GloModel,
  codes: CodeBatch,
  lossOf: (intensity: Float64Array) => Loss,
): GeneratorPass<Loss> {
  return scoped(() => {
    const shapes = generatorShapes(model.dims);
    const tensors = trainableNames.map((name) => tensor(model.parameters[name], [...shapes[name]]));
    let loss: Loss | undefined;
    let statistics: BatchStatistics | undefined;
    const objective = (input: Tensor, ...values: Tensor[]): Scalar => {
      const parameters = byName((_, i) => values[i]);
      const output = generatorLogits(model.dims, parameters, input as Tensor2D);
      statistics = output.statistics;
      return throughSigmoid(
        output.logits,
        parameters['convT2.bias'] as Tensor1D,
        (intensity) => (loss = lossOf(intensity)),
      );
    };
    const [input, ...gradients] = grads(objective)([joinCodes(model.dims, codes), ...tensors]);
    if (!loss || !statistics) throw new Error('tf.grads did not run the objective.');
    return {
      loss,
      statistics,
      input: view(input).slice(),
      parameters: byName((_, i) => {
        const gradient = scratch32(gradients[i].size);
        gradient.set(view(gradients[i]));
        return gradient;
      }),
    };
  });
}

/**
 * Bias, sigmoid and the loss of the intensity as one operation with its gradient; logits [n, 14, 14, 4 × imageChannels] (sub-pixel phases,
 * without bias), bias [imageChannels]. The loss is asked for on the way back, where tfjs records nothing and so an auxiliary classifier's passes run fused; the
 * scalar that goes forward is a placeholder that nobody reads.
 */
function throughSigmoid(
  logits: Tensor4D,
  bias: Tensor1D,
  lossOf: (intensity: Float64Array) => IntensityLoss,
): Scalar {
  const count = logits.size;
  const intensity = scratch64(count);
  const logitValues = view(logits);
  const shift = view(bias).slice();
  const channels = shift.length;
  for (let i = 0; i < count; i += channels) {
    for (let c = 0; c < channels; c++) intensity[i + c] = 1 / (1 + Math.exp(-logitValues[i + c] - shift[c]));
  }
  return differentiable<Scalar>([logits, bias], () => ({
    value: scalar(0),
    saved: [],
    gradient: (dy) => {
      const { gradient: outer } = lossOf(intensity);
      const logitGradient = allocate<Rank.R4>(logits.shape);
      const biasGradient = allocate<Rank.R1>([channels]);
      const scale = view(dy)[0] / count;
      const gradient = view(logitGradient);
      const sums = new Float64Array(channels);
      for (let i = 0; i < count; i += channels) {
        for (let c = 0; c < channels; c++) {
          const y = Math.fround(intensity[i + c]);
          const own = scale * outer[i + c] * y * (1 - y);
          gradient[i + c] = own;
          sums[c] += own;
        }
      }
      view(biasGradient).set(sums);
      return [logitGradient, biasGradient];
    },
  }));
}

export const byName = <T>(make: (name: TrainableName, index: number) => T): Record<TrainableName, T> =>
  Object.fromEntries(trainableNames.map((name, i) => [name, make(name, i)])) as Record<TrainableName, T>;
