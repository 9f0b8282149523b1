/** The generator in eval mode: parameters in, a function from codes to images out. */
import { conv2d, tensor4d } from '@tensorflow/tfjs-core';
import type { CodeBatch } from './codes.ts';
import { pixelShuffleRuns } from '../blocks/batch-norm.ts';
import { buildEvalForward } from './eval-forward.ts';
import {
  imageSize,
  numChannels,
  numPixels,
  type GeneratorConfig,
  type GeneratorParameters,
} from './generator.ts';
import { scoped, view } from '../blocks/heap.ts';

export interface Predictor {
  /** Intensity in [0, 1], [count, 784], row-major. */
  predict(codes: CodeBatch): Float32Array<ArrayBuffer>;
  dispose(): void;
}

/** Puts the folded parameters on the backend; `dispose` frees them. */
export function buildPredictor(config: GeneratorConfig, parameters: GeneratorParameters): Predictor {
  const forward = buildEvalForward(config, parameters);
  const filter = tensor4d(forward.folded.filter2, [3, 3, numChannels, 4]);
  const bias = parameters['convT2.bias'][0];
  const half = imageSize / 2;
  return {
    predict(codes) {
      const images = new Float32Array(codes.count * numPixels);
      scoped(() => {
        const logits = view(conv2d(forward.run(codes).pixels, filter, 1, 'same')); // [n, 14, 14, 4]
        pixelShuffleRuns(
          codes.count,
          half,
          half,
          1,
        )((from, to) => {
          images[to] = 1 / (1 + Math.exp(-logits[from] - bias));
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
