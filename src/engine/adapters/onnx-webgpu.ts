/** GLO's ONNX graph on the build of onnxruntime-web that has WebGPU, which is larger: for the comparison of runtimes. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/webgpu';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { CodeDims } from '../../networks/generator/generator.ts';
import { startRuntime } from '../runtime.ts';
import type { OpenNetwork } from './adapter.ts';
import type { GeneratorRuntime } from './generator-runtime.ts';
import { openOnnxGenerator } from './onnx-generator.ts';

const openGenerator = (dims: CodeDims, graph: Uint8Array<ArrayBuffer>): Promise<OpenNetwork> =>
  openOnnxGenerator({ InferenceSession, Tensor }, dims, graph, 'webgpu');

export const onnxWebgpu: GeneratorRuntime = {
  networkFile: 'onnx',

  start: (signal, onProgress) =>
    startRuntime(
      {
        binary: () => Promise.resolve({ url: wasmUrl, bytes: 26_781_914 }),
        start(wasm) {
          env.wasm.wasmBinary = wasm;
          env.wasm.numThreads = 1;
          return Promise.resolve();
        },
      },
      signal,
      onProgress,
    ),

  open: ({ model }, networkFile) => openGenerator(model, networkFile),
  openGraph: openGenerator,
};
