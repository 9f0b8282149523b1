/** GLO's generator on tfjs's WebGPU backend, from the checkpoint's weights: for the comparison of runtimes. */
import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgpu';
import type { CodeBatch } from '../../networks/generator/codes.ts';
import { generatorShapes } from '../../networks/generator/generator.ts';
import { buildPlainPredictor } from '../../networks/generator/plain-predictor.ts';
import { readTensors, requireTensors } from '../../networks/tensors-file.ts';
import type { GeneratorRuntime } from './generator-runtime.ts';

export const tfjsWebgpu: GeneratorRuntime = {
  networkFile: 'weights',

  async start() {
    if (!(await setBackend('webgpu'))) throw new Error('tfjs could not start its WebGPU backend.');
    await ready();
  },

  open({ id, files, model }, networkFile) {
    const where = `${files.weights.path} of checkpoint "${id}"`;
    const weights = requireTensors(readTensors(networkFile, where), generatorShapes(model), where);
    const predictor = buildPlainPredictor(model, weights);
    return Promise.resolve({
      generate: (batch) => predictor.predict(batch as CodeBatch),
      dispose: () => predictor.dispose(),
    });
  },
};
