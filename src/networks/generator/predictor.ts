/** The generator in eval mode: parameters in, a function from codes to images out. */
import { conv2d, tensor4d } from '@tensorflow/tfjs-core';
import type { CodeBatch } from './codes.ts';
import { pixelShuffleRuns } from '../blocks/batch-norm.ts';
import { buildEvalForward } from './eval-forward.ts';
import { numChannels, type GeneratorConfig, type GeneratorParameters } from './generator.ts';
import { scoped, view } from '../blocks/heap.ts';
import { imageLength } from '../blocks/image-shape.ts';

export interface Predictor {
  /** Intensity in [0, 1], [count, imageHeight × imageWidth × imageChannels], row-major. */
  predict(codes: CodeBatch): Float32Array<ArrayBuffer>;
  dispose(): void;
}

/** Puts the folded parameters on the backend; `dispose` frees them. */
export function buildPredictor(config: GeneratorConfig, parameters: GeneratorParameters): Predictor {
  const forward = buildEvalForward(config, parameters);
  const { imageHeight, imageWidth, imageChannels } = config;
  const filter = tensor4d(forward.folded.filter2, [3, 3, numChannels, 4 * imageChannels]);
  const bias = parameters['convT2.bias'];
  return {
    predict(codes) {
      const images = new Float32Array(codes.count * imageLength(config));
      scoped(() => {
        const logits = view(conv2d(forward.run(codes).pixels, filter, 1, 'same')); // [n, 14, 14, 4]
        pixelShuffleRuns(
          codes.count,
          imageHeight / 2,
          imageWidth / 2,
          imageChannels,
        )((from, to) => {
          for (let c = 0; c < imageChannels; c++) {
            images[to + c] = 1 / (1 + Math.exp(-logits[from + c] - bias[c]));
          }
        });
      });
      return images;
    },
    dispose() {
      forward.dispose();
      filter.dispose();
    },
  };
}
