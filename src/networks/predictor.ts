/**
 * The generator in eval mode: parameters in, a function from codes to images out. Batch normalization with its running
 * statistics is folded into the first convolution, so an image does not depend on the others of its batch.
 */
import {
  conv2d,
  fused,
  reshape,
  tensor1d,
  tensor2d,
  tensor4d,
  type Rank,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { CodeBatch } from './codes.ts';
import { batchNormEpsilon, pixelShuffleRuns } from './batch-norm.ts';
import { denseRelu } from './dense.ts';
import {
  generatorShapes,
  imageSize,
  numChannels,
  numPixels,
  viewSize,
  type GeneratorConfig,
  type GeneratorParameters,
} from './generator.ts';
import { allocate, scoped, view } from './heap.ts';
import { foldKernel, lowResolutionPadding } from './sub-pixel.ts';

export interface Predictor {
  /** Ink in [0, 1], [count, 784], row-major. */
  predict(codes: CodeBatch): Float32Array<ArrayBuffer>;
  dispose(): void;
}

/** Puts the folded parameters on the backend; `dispose` frees them. */
export function buildPredictor(config: GeneratorConfig, parameters: GeneratorParameters): Predictor {
  const { classDim, contentDim } = config;
  const shapes = generatorShapes(config);
  const folded = foldBatchNorm(parameters);
  const dense = (['dense1', 'dense2', 'dense3'] as const).map((name) => ({
    weight: tensor2d(parameters[`${name}.weight`], shapes[`${name}.weight`] as [number, number]),
    bias: tensor1d(parameters[`${name}.bias`]),
  }));
  const conv1 = {
    filter: tensor4d(folded.filter1, [3, 3, numChannels, 4 * numChannels]),
    bias: tensor1d(folded.bias1),
  };
  const filter2 = tensor4d(folded.filter2, [3, 3, numChannels, 4]);
  const bias2 = parameters['convT2.bias'][0];
  const owned: Tensor[] = [
    ...dense.flatMap(({ weight, bias }) => [weight, bias]),
    conv1.filter,
    conv1.bias,
    filter2,
  ];

  return {
    predict({ count, contentCodes, classCodes }) {
      if (contentCodes.length !== count * contentDim || classCodes.length !== count * classDim) {
        throw new Error(
          `Expected ${count} content codes of ${contentDim} and class codes of ${classDim} numbers, ` +
            `got arrays of ${contentCodes.length} and ${classCodes.length}.`,
        );
      }
      const images = new Float32Array(count * numPixels);
      scoped(() => {
        let hidden = joinCodes(config, { count, contentCodes, classCodes });
        for (const { weight, bias } of dense) hidden = denseRelu(hidden, weight, bias);
        const phases = fused.conv2d({
          x: reshape<Rank.R4>(hidden, [count, viewSize, viewSize, numChannels]),
          filter: conv1.filter,
          bias: conv1.bias,
          strides: 1,
          pad: lowResolutionPadding('full'),
          activation: 'relu',
        }); // [n, 7, 7, 64]
        const half = imageSize / 2;
        const pixels = allocate<Rank.R4>([count, half, half, numChannels]);
        const [low, high] = [view(phases), view(pixels)];
        pixelShuffleRuns(
          count,
          half / 2,
          half / 2,
          numChannels,
        )((from, to) => {
          for (let c = 0; c < numChannels; c++) high[to + c] = low[from + c];
        });
        const logits = view(conv2d(pixels, filter2, 1, 'same')); // [n, 14, 14, 4]
        pixelShuffleRuns(
          count,
          half,
          half,
          1,
        )((from, to) => {
          images[to] = 1 / (1 + Math.exp(-logits[from] - bias2));
        });
      });
      return images;
    },
    dispose() {
      for (const held of owned) held.dispose();
    },
  };
}

/** The generator's input, class code first: [n, classDim + contentDim]. */
export function joinCodes({ classDim, contentDim }: GeneratorConfig, codes: CodeBatch): Tensor2D {
  const dim = classDim + contentDim;
  const input = new Float32Array(codes.count * dim);
  for (let i = 0; i < codes.count; i++) {
    input.set(codes.classCodes.subarray(i * classDim, (i + 1) * classDim), i * dim);
    input.set(codes.contentCodes.subarray(i * contentDim, (i + 1) * contentDim), i * dim + classDim);
  }
  return tensor2d(input, [codes.count, dim]);
}

export interface FoldedConvolutions {
  /** [3, 3, 16, 64], phase-major, batch normalization folded in. */
  readonly filter1: Float32Array;
  /** [64], one a phase and channel. */
  readonly bias1: Float32Array;
  /** [3, 3, 16, 4]. */
  readonly filter2: Float32Array;
}

/** Both convolutions in sub-pixel form with the running statistics folded into the first; also what the ONNX file holds. */
export function foldBatchNorm(parameters: GeneratorParameters): FoldedConvolutions {
  const filter1 = new Float32Array(9 * numChannels * 4 * numChannels);
  const bias1 = new Float32Array(4 * numChannels);
  const filter2 = new Float32Array(9 * numChannels * 4);
  foldKernel(parameters['convT1.weight'], numChannels, numChannels, filter1);
  foldKernel(parameters['convT2.weight'], numChannels, 1, filter2);
  for (let o = 0; o < bias1.length; o++) {
    const c = o % numChannels;
    const scale =
      parameters['batchNorm.gamma'][c] / Math.sqrt(parameters['batchNorm.runningVar'][c] + batchNormEpsilon);
    for (let i = o; i < filter1.length; i += bias1.length) filter1[i] *= scale;
    bias1[o] =
      (parameters['convT1.bias'][c] - parameters['batchNorm.runningMean'][c]) * scale +
      parameters['batchNorm.beta'][c];
  }
  return { filter1, bias1, filter2 };
}
