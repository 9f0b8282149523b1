/** `generator.onnx` on either build of onnxruntime-web: the one that computes in WebAssembly, and the one that has WebGPU. */
import type * as OnnxRuntime from 'onnxruntime-web';
import type { CodeBatch } from '../../networks/generator/codes.ts';
import type { CodeDims } from '../../networks/generator/generator.ts';
import type { OpenNetwork } from './adapter.ts';

type Build = Pick<typeof OnnxRuntime, 'InferenceSession' | 'Tensor'>;

/** @throws when the runtime cannot read or run the graph. */
export async function openOnnxGenerator(
  { InferenceSession, Tensor }: Build,
  { contentDim, classDim }: CodeDims,
  networkFile: Uint8Array<ArrayBuffer>,
  executionProvider: 'wasm' | 'webgpu' = 'wasm',
): Promise<OpenNetwork> {
  const session = await InferenceSession.create(networkFile, { executionProviders: [executionProvider] });
  return {
    async generate(batch) {
      const { count, contentCodes, classCodes } = batch as CodeBatch;
      const { image } = await session.run({
        content_code: new Tensor('float32', contentCodes, [count, contentDim]),
        class_code: new Tensor('float32', classCodes, [count, classDim]),
      });
      return (image.data as Float32Array<ArrayBuffer>).slice();
    },
    dispose: () => void session.release(),
  };
}
