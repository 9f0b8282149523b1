/**
 * The exercise's generator: [class code, content code] → 84 → 120 → 400 → 5×5×16 → 14×14×16 → 28×28 intensity, or as much as the
 * images of its config need (sizes in comments are those of 28×28×1). Its parameters and its pass in training mode; eval mode, which pages run, is predictor.ts. Not here: codes, noise, loss (training/methods/glo).
 */
import {
  reshape,
  type Rank,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type { Random } from '../../numerics/random.ts';
import { batchNormReluShuffle, type BatchStatistics } from '../blocks/batch-norm.ts';
import { denseRelu } from '../blocks/dense.ts';
import { differentiable } from '../blocks/differentiable.ts';
import { requireSides, type ImageShape } from '../blocks/image-shape.ts';
import { subPixelConv } from '../blocks/sub-pixel.ts';

export interface CodeDims {
  readonly classDim: number;
  readonly contentDim: number;
}

/** The images' sides are multiples of 4, from 12 pixels on. */
export interface GeneratorConfig extends CodeDims, ImageShape {}

/** Of the dense layers' output seen as an image, and of what the convolutions pass on. */
export const numChannels = 16;

/**
 * The sides of the dense layers' output seen as an image [height, width, numChannels]. The first convolution adds two rows and columns
 * before it doubles them, the second doubles them again. @throws RangeError when an image has no such sides.
 */
export function viewSizeOf(shape: ImageShape): { readonly height: number; readonly width: number } {
  requireSides(shape, 4, 12);
  return { height: shape.imageHeight / 4 - 2, width: shape.imageWidth / 4 - 2 };
}

/** Trainable, in the order in which they are used. Linear weights are [in, out], kernels [ky, kx, in, out]. */
export const trainableNames = [
  'dense1.weight',
  'dense1.bias',
  'dense2.weight',
  'dense2.bias',
  'dense3.weight',
  'dense3.bias',
  'convT1.weight',
  'convT1.bias',
  'batchNorm.gamma',
  'batchNorm.beta',
  'convT2.weight',
  'convT2.bias',
] as const;
/** Averages over training batches, used in eval mode; no gradient reaches them. */
export const runningNames = ['batchNorm.runningMean', 'batchNorm.runningVar'] as const;

export type TrainableName = (typeof trainableNames)[number];
export type ParameterName = TrainableName | (typeof runningNames)[number];
export const parameterNames: readonly ParameterName[] = [...trainableNames, ...runningNames];
/** Values of all parameters, row-major. */
export type GeneratorParameters = Readonly<Record<ParameterName, Float32Array>>;

export function generatorShapes(config: GeneratorConfig): Readonly<Record<ParameterName, readonly number[]>> {
  const { height, width } = viewSizeOf(config);
  const viewLength = height * width * numChannels;
  return {
    'dense1.weight': [config.classDim + config.contentDim, 84],
    'dense1.bias': [84],
    'dense2.weight': [84, 120],
    'dense2.bias': [120],
    'dense3.weight': [120, viewLength], // columns in (y, x, channel) order
    'dense3.bias': [viewLength],
    'convT1.weight': [5, 5, numChannels, numChannels],
    'convT1.bias': [numChannels],
    'batchNorm.gamma': [numChannels],
    'batchNorm.beta': [numChannels],
    'convT2.weight': [5, 5, numChannels, config.imageChannels],
    'convT2.bias': [config.imageChannels],
    'batchNorm.runningMean': [numChannels],
    'batchNorm.runningVar': [numChannels],
  };
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, dim) => product * dim, 1);

/** Number of trainable numbers: 84 · (classDim + contentDim) + 65,533 for images of 28×28×1. */
export function countParameters(config: GeneratorConfig): number {
  const shapes = generatorShapes(config);
  return trainableNames.reduce((total, name) => total + sizeOf(shapes[name]), 0);
}

/** Constant starts; every other parameter starts at random. */
const initialConstants: Readonly<Partial<Record<ParameterName, number>>> = {
  'batchNorm.gamma': 1,
  'batchNorm.beta': 0,
  'batchNorm.runningMean': 0,
  'batchNorm.runningVar': 1,
};

/**
 * PyTorch's default start, U(−b, b) with b = 1/√fanIn, weights and biases alike. For a transposed convolution PyTorch counts
 * fanIn as out · 5 · 5.
 */
export function initializeGenerator(config: GeneratorConfig, random: Random): GeneratorParameters {
  const shapes = generatorShapes(config);
  const fanIn = (name: ParameterName): number => {
    const weight = shapes[`${name.split('.')[0]}.weight` as ParameterName];
    return weight.length === 2 ? weight[0] : weight[0] * weight[1] * weight[3];
  };
  const entries = parameterNames.map((name) => {
    const values = new Float32Array(sizeOf(shapes[name]));
    const constant = initialConstants[name];
    if (constant !== undefined) return [name, values.fill(constant)] as const;
    const bound = 1 / Math.sqrt(fanIn(name));
    const stream = random.fork(name);
    return [name, values.map(() => (stream.uniform() * 2 - 1) * bound)] as const;
  });
  return Object.fromEntries(entries) as Record<ParameterName, Float32Array>;
}

/**
 * Training mode. input [n, classDim + contentDim] → logits before the last bias and the sigmoid, as sub-pixel phases
 * [n, 14, 14, 4]; the loss adds the bias and takes its targets in the same layout.
 */
export function generatorLogits(
  config: GeneratorConfig,
  parameters: Readonly<Record<TrainableName, Tensor>>,
  input: Tensor2D,
): { logits: Tensor4D; statistics: BatchStatistics } {
  let hidden = input;
  for (const name of ['dense1', 'dense2', 'dense3'] as const) {
    hidden = denseRelu(
      hidden,
      parameters[`${name}.weight`] as Tensor2D,
      parameters[`${name}.bias`] as Tensor1D,
    );
  }
  const phases = subPixelConv(asImage(config, hidden), parameters['convT1.weight'] as Tensor4D, 'full'); // [n, 7, 7, 64]
  const { output, statistics } = batchNormReluShuffle({
    x: phases,
    bias: parameters['convT1.bias'] as Tensor1D,
    gamma: parameters['batchNorm.gamma'] as Tensor1D,
    beta: parameters['batchNorm.beta'] as Tensor1D,
  }); // [n, 14, 14, 16]
  return { logits: subPixelConv(output, parameters['convT2.weight'] as Tensor4D, 'same'), statistics };
}

/** [n, 400] → [n, 5, 5, 16]; its own gradient, so that training needs none of tfjs's gradient registry. */
function asImage(config: GeneratorConfig, hidden: Tensor2D): Tensor4D {
  const { height, width } = viewSizeOf(config);
  return differentiable([hidden], () => ({
    value: reshape<Rank.R4>(hidden, [hidden.shape[0], height, width, numChannels]),
    saved: [],
    gradient: (dy) => [reshape(dy, hidden.shape)],
  }));
}
