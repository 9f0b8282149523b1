/**
 * The generator in eval mode by tfjs's own operations alone, for a backend into whose memory one cannot look, such as WebGPU. On the wasm
 * backend predictor.ts draws the same faster.
 */
import {
  depthToSpace,
  fused,
  reshape,
  sigmoid,
  tensor1d,
  tensor2d,
  tensor4d,
  tidy,
  type Rank,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { lowResolutionPadding } from '../blocks/sub-pixel.ts';
import type { CodeBatch } from './codes.ts';
import { foldBatchNorm, joinCodes } from './eval-forward.ts';
import {
  generatorShapes,
  numChannels,
  viewSizeOf,
  type GeneratorConfig,
  type GeneratorParameters,
} from './generator.ts';

export interface PlainPredictor {
  /** Intensity in [0, 1], [count, imageHeight × imageWidth × imageChannels], row-major, once the backend has it. */
  predict(codes: CodeBatch): Promise<Float32Array<ArrayBuffer>>;
  dispose(): void;
}

const denseNames = ['dense1', 'dense2', 'dense3'] as const;

/** Puts the folded parameters on the backend; `dispose` frees them. */
export function buildPlainPredictor(
  config: GeneratorConfig,
  parameters: GeneratorParameters,
): PlainPredictor {
  const shapes = generatorShapes(config);
  const { height, width } = viewSizeOf(config);
  const folded = foldBatchNorm(config, parameters);
  const layers = denseNames.map((name) => ({
    weight: tensor2d(parameters[`${name}.weight`], shapes[`${name}.weight`] as [number, number]),
    bias: tensor1d(parameters[`${name}.bias`]),
  }));
  const convolutions = [
    {
      filter: tensor4d(folded.filter1, [3, 3, numChannels, 4 * numChannels]),
      bias: tensor1d(folded.bias1),
      pad: lowResolutionPadding('full'),
    },
    {
      filter: tensor4d(folded.filter2, [3, 3, numChannels, 4 * config.imageChannels]),
      bias: tensor1d(folded.bias2),
      pad: lowResolutionPadding('same'),
    },
  ] as const;
  const draw = (codes: CodeBatch) =>
    tidy(() => {
      let hidden = joinCodes(config, codes);
      for (const { weight, bias } of layers)
        hidden = fused.matMul({ a: hidden, b: weight, bias, activation: 'relu' }) as Tensor2D;
      const view = reshape<Rank.R4>(hidden, [codes.count, height, width, numChannels]);
      const [first, second] = convolutions;
      // Output channels are phase-major, which is the order of depth to space.
      const pixels = depthToSpace(fused.conv2d({ x: view, ...first, strides: 1, activation: 'relu' }), 2);
      return sigmoid(depthToSpace(fused.conv2d({ x: pixels, ...second, strides: 1 }), 2));
    });
  return {
    async predict(codes) {
      const images = draw(codes);
      const values = await images.data<'float32'>();
      images.dispose();
      return Float32Array.from(values);
    },
    dispose() {
      for (const { weight, bias } of layers) for (const held of [weight, bias]) held.dispose();
      for (const { filter, bias } of convolutions) for (const held of [filter, bias]) held.dispose();
    },
  };
}
