/**
 * The generator in eval mode up to its last convolution, which drawing (predictor.ts) and projection (projection.ts) each end in their
 * own way. Batch normalization with its running statistics is folded into the first convolution, so an image does not depend on the
 * others of its batch.
 */
import {
  fused,
  reshape,
  tensor1d,
  tensor2d,
  tensor4d,
  type Rank,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { rowsOfCodes } from './code-rows.ts';
import type { CodeBatch } from './codes.ts';
import { batchNormEpsilon, pixelShuffleRuns } from '../blocks/batch-norm.ts';
import { denseRelu } from '../blocks/dense.ts';
import {
  generatorShapes,
  numChannels,
  viewSizeOf,
  type GeneratorConfig,
  type GeneratorParameters,
} from './generator.ts';
import { allocate, view } from '../blocks/heap.ts';
import { foldKernel, lowResolutionPadding } from '../blocks/sub-pixel.ts';

export interface EvalForward {
  /** Both convolutions, for whoever needs more of them than `run` does. */
  readonly folded: FoldedConvolutions;
  /** Within `scoped`. @throws Error naming the sizes when the codes do not fit. */
  run(codes: CodeBatch): EvalActivations;
  dispose(): void;
}

export interface EvalActivations {
  /** After each dense layer and its ReLU, [n, ·]. */
  readonly hidden: readonly Tensor2D[];
  /** After the first convolution and its ReLU, [n, 7, 7, 64], phase-major. */
  readonly phases: Tensor4D;
  /** The same at their places, [n, 14, 14, 16]. */
  readonly pixels: Tensor4D;
}

const denseNames = ['dense1', 'dense2', 'dense3'] as const;

/** Puts the parameters on the backend; `dispose` frees them. */
export function buildEvalForward(config: GeneratorConfig, parameters: GeneratorParameters): EvalForward {
  const shapes = generatorShapes(config);
  const { height, width } = viewSizeOf(config);
  const folded = foldBatchNorm(config, parameters);
  const layers = denseNames.map((name) => ({
    weight: tensor2d(parameters[`${name}.weight`], shapes[`${name}.weight`] as [number, number]),
    bias: tensor1d(parameters[`${name}.bias`]),
  }));
  const filter = tensor4d(folded.filter1, [3, 3, numChannels, 4 * numChannels]);
  const bias = tensor1d(folded.bias1);
  return {
    folded,
    run(codes) {
      checkCodes(config, codes);
      const hidden: Tensor2D[] = [];
      let last = joinCodes(config, codes);
      for (const layer of layers) hidden.push((last = denseRelu(last, layer.weight, layer.bias)));
      const phases = fused.conv2d({
        x: reshape<Rank.R4>(last, [codes.count, height, width, numChannels]),
        filter,
        bias,
        strides: 1,
        pad: lowResolutionPadding('full'),
        activation: 'relu',
      });
      return { hidden, phases, pixels: toPixels(phases) };
    },
    dispose() {
      for (const held of [...layers.flatMap((layer) => [layer.weight, layer.bias]), filter, bias])
        held.dispose();
    },
  };
}

function checkCodes(
  { contentDim, classDim }: GeneratorConfig,
  { count, contentCodes, classCodes }: CodeBatch,
): void {
  if (contentCodes.length === count * contentDim && classCodes.length === count * classDim) return;
  throw new Error(
    `Expected ${count} content codes of ${contentDim} and class codes of ${classDim} numbers, ` +
      `got arrays of ${contentCodes.length} and ${classCodes.length}.`,
  );
}

/** [n, 7, 7, 64] → [n, 14, 14, 16]. */
function toPixels(phases: Tensor4D): Tensor4D {
  const [count, height, width] = phases.shape;
  const pixels = allocate<Rank.R4>([count, 2 * height, 2 * width, numChannels]);
  const [low, high] = [view(phases), view(pixels)];
  pixelShuffleRuns(
    count,
    height,
    width,
    numChannels,
  )((from, to) => {
    for (let c = 0; c < numChannels; c++) high[to + c] = low[from + c];
  });
  return pixels;
}

/** The generator's input, class code first: [n, classDim + contentDim]. */
export const joinCodes = (config: GeneratorConfig, codes: CodeBatch): Tensor2D =>
  tensor2d(rowsOfCodes(config, codes), [codes.count, config.classDim + config.contentDim]);

export interface FoldedConvolutions {
  /** [3, 3, 16, 64], phase-major, batch normalization folded in. */
  readonly filter1: Float32Array;
  /** [64], one a phase and channel. */
  readonly bias1: Float32Array;
  /** [3, 3, 16, 4 × imageChannels], phase-major. */
  readonly filter2: Float32Array;
  /** [4 × imageChannels], one a phase and channel. */
  readonly bias2: Float32Array;
}

/** Both convolutions in sub-pixel form with the running statistics folded into the first; also what the ONNX file holds. */
export function foldBatchNorm(
  { imageChannels }: GeneratorConfig,
  parameters: GeneratorParameters,
): FoldedConvolutions {
  const filter1 = new Float32Array(9 * numChannels * 4 * numChannels);
  const bias1 = new Float32Array(4 * numChannels);
  const filter2 = new Float32Array(9 * numChannels * 4 * imageChannels);
  const bias2 = Float32Array.from(
    { length: 4 * imageChannels },
    (_, i) => parameters['convT2.bias'][i % imageChannels],
  );
  foldKernel(parameters['convT1.weight'], numChannels, numChannels, filter1);
  foldKernel(parameters['convT2.weight'], numChannels, imageChannels, filter2);
  for (let o = 0; o < bias1.length; o++) {
    const c = o % numChannels;
    const scale =
      parameters['batchNorm.gamma'][c] / Math.sqrt(parameters['batchNorm.runningVar'][c] + batchNormEpsilon);
    for (let i = o; i < filter1.length; i += bias1.length) filter1[i] *= scale;
    bias1[o] =
      (parameters['convT1.bias'][c] - parameters['batchNorm.runningMean'][c]) * scale +
      parameters['batchNorm.beta'][c];
  }
  return { filter1, bias1, filter2, bias2 };
}
