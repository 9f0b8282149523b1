/** The generator in eval mode: parameters in, a function from codes to images out. */
import { conv2d, tensor4d } from '@tensorflow/tfjs-core';
import type { CodeBatch } from './codes.ts';
import { buildEvalForward } from './eval-forward.ts';
import { numChannels, type GeneratorConfig, type GeneratorParameters } from './generator.ts';
import { scoped, view } from '../blocks/heap.ts';
import { intensityOfLogits } from '../blocks/pixel-phases.ts';

export interface Predictor {
  /** Intensity in [0, 1], [count, imageHeight × imageWidth × imageChannels], row-major. */
  predict(codes: CodeBatch): Float32Array<ArrayBuffer>;
  dispose(): void;
}

/** Puts the folded parameters on the backend; `dispose` frees them. */
export function buildPredictor(config: GeneratorConfig, parameters: GeneratorParameters): Predictor {
  const forward = buildEvalForward(config, parameters);
  const filter = tensor4d(forward.folded.filter2, [3, 3, numChannels, 4 * config.imageChannels]);
  const bias = parameters['convT2.bias'];
  return {
    predict: (codes) =>
      scoped(() =>
        // [n, 14, 14, 4]
        intensityOfLogits(config, view(conv2d(forward.run(codes).pixels, filter, 1, 'same')), bias),
      ),
    dispose() {
      forward.dispose();
      filter.dispose();
    },
  };
}
