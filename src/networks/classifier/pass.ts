/**
 * The passes of a digit classifier, forward and backward, layer by layer and without tfjs's tape: the classifier, the auxiliary classifier and
 * the trainer each run the part they need. Gathering pixels two by two into channels makes a 3×3 convolution of stride 1 a
 * 6×6 one of stride 2, so no gradient of a stride or a pooling is needed. Who calls frees the tensors (heap.ts, `scoped`).
 */
import {
  conv2d,
  fused,
  reshape,
  tensor,
  type Rank,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { pixelShuffleRuns } from '../blocks/batch-norm.ts';
import {
  byClassifierName,
  classifierShapes,
  numPositionsOf,
  type ClassifierConfig,
  type ClassifierParameterName,
  type ClassifierParameters,
} from './parameters.ts';
import { allocate, view } from '../blocks/heap.ts';
import { imageLength, type ImageShape } from '../blocks/image-shape.ts';
import { fromPhases } from '../blocks/pixel-phases.ts';

export type ClassifierTensors = Readonly<Record<ClassifierParameterName, Tensor>>;

export const classifierTensors = (
  config: ClassifierConfig,
  parameters: ClassifierParameters,
): ClassifierTensors => {
  const shapes = classifierShapes(config);
  return byClassifierName((name) => tensor(parameters[name], [...shapes[name]]));
};

/** `phases`: intensity from `toPhases`. */
export const inputTensor = (shape: ImageShape, phases: Float32Array): Tensor4D =>
  tensor(phases, [
    phases.length / imageLength(shape),
    shape.imageHeight / 2,
    shape.imageWidth / 2,
    4 * shape.imageChannels,
  ]);

/** Images in one pass where they need not be together: bounds the memory, which tfjs's wasm heap never gives back. */
const passSize = 250;

/** Images of `length` numbers each, pass by pass, with the place of the first. */
export function* imagePasses(
  images: Float32Array,
  length: number,
): Generator<{ readonly first: number; readonly pass: Float32Array }> {
  for (let first = 0; first * length < images.length; first += passSize) {
    yield { first, pass: images.subarray(first * length, (first + passSize) * length) };
  }
}

export interface FeatureMaps {
  /** After the first convolution and ReLU, pixels gathered: [n, 7, 7, 4 × channels1]. */
  readonly map1: Tensor4D;
  /** After the second, [n, 7, 7, channels2]. */
  readonly map2: Tensor4D;
}

/** input [n, 14, 14, 4]. */
export function featureMaps(weights: ClassifierTensors, input: Tensor4D): FeatureMaps {
  const first = convolveRelu(input, weights['conv1.weight'], weights['conv1.bias']);
  const [n, height, width, channels] = first.shape;
  const map1 = allocate<Rank.R4>([n, height / 2, width / 2, 4 * channels]);
  const [from, to] = [view(first), view(map1)];
  pixelShuffleRuns(
    n,
    height / 2,
    width / 2,
    channels,
  )((low, high) => {
    for (let c = 0; c < channels; c++) to[low + c] = from[high + c];
  });
  return { map1, map2: convolveRelu(map1, weights['conv2.weight'], weights['conv2.bias']) };
}

export interface Readout {
  /** After ReLU, [n, numFeatures]. */
  readonly features: Tensor2D;
  /** [n, 10]. */
  readonly logits: Tensor2D;
}

export function readOut(weights: ClassifierTensors, { map2 }: Pick<FeatureMaps, 'map2'>): Readout {
  const features = dense(flatten(map2), weights['dense1.weight'], weights['dense1.bias'], 'relu');
  return { features, logits: dense(features, weights['dense2.weight'], weights['dense2.bias'], 'linear') };
}

/** What carries gradients from a layer's output to its input. */
export type AdjointTensors = Readonly<Record<'conv1' | 'conv2' | 'dense1' | 'dense2', Tensor>>;

export function adjointTensors(config: ClassifierConfig, parameters: ClassifierParameters): AdjointTensors {
  const { channels1, channels2, numFeatures, numClasses, imageChannels } = config;
  const turned = (values: Float32Array, numIn: number, numOut: number) =>
    tensor(turnKernel(values, numIn, numOut), [3, 3, numOut, numIn]);
  const transposed = (values: Float32Array, rows: number, columns: number) =>
    tensor(transpose(values, rows, columns), [columns, rows]);
  return {
    conv1: turned(parameters['conv1.weight'], 4 * imageChannels, channels1),
    conv2: turned(parameters['conv2.weight'], 4 * channels1, channels2),
    dense1: transposed(parameters['dense1.weight'], numPositionsOf(config) * channels2, numFeatures),
    dense2: transposed(parameters['dense2.weight'], numFeatures, numClasses),
  };
}

/** d logits [n, 10] → gradients before the ReLUs of the features [n, numFeatures] and of the second map [n, 7, 7, channels2]. */
export function throughReadout(
  adjoint: AdjointTensors,
  { features, map2 }: Pick<Readout, 'features'> & Pick<FeatureMaps, 'map2'>,
  logitGradient: Tensor2D,
): { features: Tensor2D; map2: Tensor4D } {
  const featureGradient = dense(logitGradient, adjoint.dense2);
  maskRelu(view(featureGradient), view(features));
  const mapGradient = reshape<Rank.R4>(dense(featureGradient, adjoint.dense1), map2.shape);
  maskRelu(view(mapGradient), view(map2));
  return { features: featureGradient, map2: mapGradient };
}

/** Gradient before the second map's ReLU → gradient of the first map as gathered, [n, 7, 7, 4 × channels1], ReLU not yet undone. */
export const throughConv2 = (adjoint: AdjointTensors, mapGradient: Tensor4D): Tensor4D =>
  conv2d(mapGradient, adjoint.conv2 as Tensor4D, 1, 'same');

/**
 * Gradient of the first map → gradient before its ReLU, pixels in place again, [n, 14, 14, channels1]. The map may hold more
 * images than the gradient; the first n count.
 */
export function throughMap1(mapGradient: Tensor4D, { map1 }: Pick<FeatureMaps, 'map1'>): Tensor4D {
  const [n, height, width, gathered] = mapGradient.shape;
  const channels = gathered / 4;
  const spread = allocate<Rank.R4>([n, 2 * height, 2 * width, channels]);
  const [from, active, to] = [view(mapGradient), view(map1), view(spread)];
  pixelShuffleRuns(
    n,
    height,
    width,
    channels,
  )((low, high) => {
    for (let c = 0; c < channels; c++) to[high + c] = active[low + c] > 0 ? from[low + c] : 0;
  });
  return spread;
}

/** Gradient before the first map's ReLU → gradient of the intensity, [n × 784], row-major. */
export const throughConv1 = (
  shape: ImageShape,
  adjoint: AdjointTensors,
  gradient: Tensor4D,
): Float32Array<ArrayBuffer> =>
  fromPhases(shape, view(conv2d(gradient, adjoint.conv1 as Tensor4D, 1, 'same')));

/** Zero where the activation is not positive, in place. */
export function maskRelu(gradient: Float32Array, activation: Float32Array): void {
  for (let i = 0; i < gradient.length; i++) if (activation[i] <= 0) gradient[i] = 0;
}

/** Mean cross-entropy of softmax(logits), how many rows have their label on top, and the gradient of the mean. */
export function crossEntropyLoss(
  logits: Tensor2D,
  labels: ArrayLike<number>,
): { loss: number; numCorrect: number; gradient: Tensor2D } {
  const [count, numClasses] = logits.shape;
  const gradient = allocate<Rank.R2>([count, numClasses]);
  const values = view(gradient);
  values.set(view(logits));
  let loss = 0;
  let numCorrect = 0;
  for (let row = 0; row < count; row++) {
    const start = row * numClasses;
    const label = start + labels[row];
    const logit = values[label];
    const { top, logSum } = softmaxRow(values, start, numClasses);
    loss += logSum - logit;
    if (logit === top) numCorrect++;
    for (let i = start; i < start + numClasses; i++) values[i] /= count;
    values[label] -= 1 / count;
  }
  return { loss: loss / count, numCorrect, gradient };
}

/** `count` logits from `start` on become probabilities, in place. */
export function softmaxRow(
  values: Float32Array,
  start: number,
  count: number,
): { top: number; logSum: number } {
  const end = start + count;
  let top = -Infinity;
  for (let i = start; i < end; i++) if (!(values[i] <= top)) top = values[i]; // lets NaN through
  let sum = 0;
  for (let i = start; i < end; i++) sum += Math.exp(values[i] - top);
  for (let i = start; i < end; i++) values[i] = Math.exp(values[i] - top) / sum;
  return { top, logSum: top + Math.log(sum) };
}

/** [n, 7, 7, channels] → [n, 49 × channels]. */
export const flatten = (map: Tensor4D): Tensor2D =>
  reshape<Rank.R2>(map, [map.shape[0], map.size / map.shape[0]]);

const convolveRelu = (x: Tensor4D, filter: Tensor, bias: Tensor): Tensor4D =>
  fused.conv2d({
    x,
    filter: filter as Tensor4D,
    bias: bias,
    strides: 1,
    pad: 'same',
    activation: 'relu',
  });

/** x [n, in] · weight [in, out] + bias, as a 1×1 convolution over a column of pixels: XNNPACK's fastest matrix product. */
function dense(
  x: Tensor2D,
  weight: Tensor,
  bias?: Tensor,
  activation: 'relu' | 'linear' = 'linear',
): Tensor2D {
  const [rows, inner] = x.shape;
  const columns = weight.size / inner;
  const column = reshape<Rank.R4>(x, [1, rows, 1, inner]);
  const filter = reshape<Rank.R4>(weight, [1, 1, inner, columns]);
  const product = bias
    ? fused.conv2d({ x: column, filter, bias: bias, strides: 1, pad: 'valid', activation })
    : conv2d(column, filter, 1, 'valid');
  return reshape<Rank.R2>(product, [rows, columns]);
}

/** [3, 3, in, out] turned by 180° with in and out exchanged, [3, 3, out, in]. */
function turnKernel(kernel: Float32Array, numIn: number, numOut: number): Float32Array {
  const turned = new Float32Array(kernel.length);
  for (let tap = 0; tap < 9; tap++) {
    const from = kernel.subarray(tap * numIn * numOut, (tap + 1) * numIn * numOut);
    turned.set(transpose(from, numIn, numOut), (8 - tap) * numIn * numOut);
  }
  return turned;
}

function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const transposed = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      transposed[column * rows + row] = values[row * columns + column];
    }
  }
  return transposed;
}
