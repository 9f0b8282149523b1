/**
 * The generator in eval mode, differentiable in its input codes alone: what projection descends, image by image. The weights stand
 * still, so their gradients are never made and everything turned or transposed is made once. Not here: starts, optimizer, classes.
 */
import {
  conv2d,
  fused,
  reshape,
  sigmoid,
  tensor1d,
  tensor4d,
  type Rank,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { pixelShuffleRuns } from '../blocks/batch-norm.ts';
import { codesOfRows } from './code-rows.ts';
import type { CodeBatch } from './codes.ts';
import { buildEvalForward } from './eval-forward.ts';
import { generatorShapes, numChannels, type GeneratorConfig, type GeneratorParameters } from './generator.ts';
import { allocate, scoped, view } from '../blocks/heap.ts';
import { imageLength } from '../blocks/image-shape.ts';

export interface ProjectionTargets {
  /** Intensity in [0, 1], [numTargets, numbers of an image], row-major. */
  readonly intensity: Float32Array;
  /** Which of them each pair of codes is held against, [count]. */
  readonly rows: ArrayLike<number>;
}

/** One number or one row for each pair of codes; images do not see each other. */
export interface ProjectionPass {
  /** Mean absolute error over the pixels, [count]. */
  readonly l1: Float64Array;
  /** L1 + L2, [count]. */
  readonly loss: Float64Array;
  /** Gradients of each image's own loss, [count, contentDim] and [count, classDim], row-major. */
  readonly contentGradient: Float32Array;
  readonly classGradient: Float32Array;
}

export interface Projector {
  /** @throws Error naming the sizes when codes and targets do not fit. */
  pass(codes: CodeBatch, targets: ProjectionTargets): ProjectionPass;
  dispose(): void;
}

const denseNames = ['dense1', 'dense2', 'dense3'] as const;

/** Puts the folded parameters and their transposes on the backend; `dispose` frees them. */
export function buildProjector(config: GeneratorConfig, parameters: GeneratorParameters): Projector {
  const shapes = generatorShapes(config);
  const forward = buildEvalForward(config, parameters);
  const { filter1, filter2, bias2 } = forward.folded;
  const { imageChannels } = config;
  const length = imageLength(config);
  const pixelOf = pixelsOfLogits(config);
  /** The dense weights transposed, and both filters turned by 180° with in and out exchanged: what takes a gradient back. */
  const back = {
    dense: denseNames.map((name) => {
      const [rows, columns] = shapes[`${name}.weight`] as [number, number];
      return tensor4d(transpose(parameters[`${name}.weight`], rows, columns), [1, 1, columns, rows]);
    }),
    conv1: turned(filter1, numChannels, 4 * numChannels),
    conv2: turned(filter2, numChannels, 4 * imageChannels),
  };
  const filter = tensor4d(filter2, [3, 3, numChannels, 4 * imageChannels]);
  const bias = tensor1d(bias2);

  return {
    pass(codes, targets) {
      return scoped(() => {
        const { count } = codes;
        checkTargets(count, length, targets);
        const { hidden, phases, pixels } = forward.run(codes);
        const logits = fused.conv2d({ x: pixels, filter, bias, strides: 1, pad: 'same' }); // [n, 14, 14, 4]
        const { l1, loss, gradient } = compare(logits, targets, pixelOf);

        const phaseGradient = toPhases(conv2d(gradient, back.conv2, 1, 'same'), phases);
        let flowing: Tensor = conv2d(phaseGradient, back.conv1, 1, 'valid'); // [n, 5, 5, 16]
        for (let i = hidden.length - 1; i >= 0; i--) {
          maskInPlace(flowing, hidden[i]);
          const rows = reshape<Rank.R4>(flowing, [1, count, 1, hidden[i].shape[1]]);
          flowing = conv2d(rows, back.dense[i], 1, 'valid');
        }
        const { classCodes: classGradient, contentCodes: contentGradient } = codesOfRows(
          config,
          view(flowing),
        );
        return { l1, loss, classGradient, contentGradient };
      });
    },
    dispose() {
      forward.dispose();
      for (const held of [...back.dense, back.conv1, back.conv2, filter, bias]) held.dispose();
    },
  };
}

/** A filter [3, 3, in, out] turned by 180°, in and out exchanged: [3, 3, out, in]. */
function turned(values: Float32Array, numIn: number, numOut: number): Tensor4D {
  const reversed = new Float32Array(values.length);
  const size = numIn * numOut;
  for (let tap = 0; tap < 9; tap++) {
    reversed.set(transpose(values.subarray(tap * size, (tap + 1) * size), numIn, numOut), (8 - tap) * size);
  }
  return tensor4d(reversed, [3, 3, numOut, numIn]);
}

/** [rows, columns] → [columns, rows]. */
function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const transposed = new Float32Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) transposed[j * rows + i] = values[i * columns + j];
  }
  return transposed;
}

/** [n, 14, 14, 16] → [n, 7, 7, 64]: the way back from pixels to phases, through the ReLU whose output is `phases`. */
function toPhases(pixelGradient: Tensor4D, phases: Tensor4D): Tensor4D {
  const [count, height, width] = phases.shape;
  const gradient = allocate<Rank.R4>(phases.shape);
  const [high, output, low] = [view(pixelGradient), view(phases), view(gradient)];
  pixelShuffleRuns(
    count,
    height,
    width,
    numChannels,
  )((to, from) => {
    for (let c = 0; c < numChannels; c++) low[to + c] = output[to + c] > 0 ? high[from + c] : 0;
  });
  return gradient;
}

function maskInPlace(gradient: Tensor, output: Tensor): void {
  const [to, kept] = [view(gradient), view(output)];
  for (let i = 0; i < to.length; i++) if (!(kept[i] > 0)) to[i] = 0;
}

/** The number of an image that each of its logits [14, 14, 4] is. */
function pixelsOfLogits(config: GeneratorConfig): Uint32Array {
  const { imageHeight, imageWidth, imageChannels } = config;
  const pixelOf = new Uint32Array(imageLength(config));
  pixelShuffleRuns(
    1,
    imageHeight / 2,
    imageWidth / 2,
    imageChannels,
  )((low, high) => {
    for (let c = 0; c < imageChannels; c++) pixelOf[low + c] = high + c;
  });
  return pixelOf;
}

/** Losses of each image, and their gradients for the logits. The gradient of |e| at e = 0 is 0, as in training. */
function compare(logits: Tensor4D, { intensity, rows }: ProjectionTargets, pixelOf: Uint32Array) {
  const numPixels = pixelOf.length;
  const intensities = sigmoid(logits);
  const gradient = allocate<Rank.R4>(logits.shape);
  const [made, gradients] = [view(intensities), view(gradient)];
  const l1 = new Float64Array(rows.length);
  const loss = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const [from, target] = [i * numPixels, rows[i] * numPixels];
    let absolute = 0;
    let squared = 0;
    for (let p = 0; p < numPixels; p++) {
      const value = made[from + p];
      const error = value - intensity[target + pixelOf[p]];
      const sign = error > 0 ? 1 : error < 0 ? -1 : 0;
      absolute += sign * error;
      squared += error * error;
      gradients[from + p] = ((sign + 2 * error) * value * (1 - value)) / numPixels;
    }
    l1[i] = absolute / numPixels;
    loss[i] = (absolute + squared) / numPixels;
  }
  return { l1, loss, gradient };
}

function checkTargets(count: number, length: number, { intensity, rows }: ProjectionTargets): void {
  const numTargets = intensity.length / length;
  if (rows.length !== count || !Number.isInteger(numTargets)) {
    throw new Error(
      `Expected one target for each of ${count} codes and images of ${length} numbers, ` +
        `got ${rows.length} targets and ${intensity.length} numbers.`,
    );
  }
  for (let i = 0; i < count; i++) {
    if (!(rows[i] >= 0 && rows[i] < numTargets)) {
      throw new RangeError(`There is no target ${rows[i]}: targets are numbered 0 to ${numTargets - 1}.`);
    }
  }
}
