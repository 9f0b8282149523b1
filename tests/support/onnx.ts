/** Runs a checkpoint's generator.onnx in onnxruntime-web under Node, as the page's ONNX engine does in the browser. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web/wasm';
import type { CodeBatch } from '../../src/networks/codes.ts';

ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmBinary = readFileSync(
  fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')),
);

export interface OnnxGenerator {
  readonly session: ort.InferenceSession;
  /** Ink in [0, 1], [count, 784], row-major. */
  generate(codes: CodeBatch): Promise<Float32Array>;
}

export async function openOnnx(file: Uint8Array): Promise<OnnxGenerator> {
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  return {
    session,
    async generate({ count, contentCodes, classCodes }) {
      const rows = (values: Float32Array) =>
        new ort.Tensor('float32', values, [count, values.length / count]);
      const { image } = await session.run({
        content_code: rows(contentCodes),
        class_code: rows(classCodes),
      });
      return (await image.getData()) as Float32Array;
    },
  };
}
