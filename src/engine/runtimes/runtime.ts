/** The four runtimes that can draw with GLO's generator. Each comes by itself, so that nobody downloads one that does not run. */
import type { Adapter } from '../adapters/adapter.ts';
import type { GeneratorRuntime } from '../adapters/generator-runtime.ts';
import { startRuntime } from '../runtime.ts';
import type { RuntimeKind } from './kinds.ts';

const ofAdapter = (adapter: Adapter): GeneratorRuntime => ({
  networkFile: adapter.networkFile,
  start: (signal, onProgress) => startRuntime(adapter, signal, onProgress),
  open: adapter.open.glo,
});

export const runtimes: Readonly<Record<RuntimeKind, () => Promise<GeneratorRuntime>>> = {
  'tfjs-wasm': async () => ofAdapter((await import('../adapters/tfjs.ts')).tfjsAdapter),
  'tfjs-webgpu': async () => (await import('../adapters/tfjs-webgpu.ts')).tfjsWebgpu,
  async 'onnx-wasm'() {
    const { onnxAdapter, openGenerator } = await import('../adapters/onnx.ts');
    return { ...ofAdapter(onnxAdapter), openGraph: openGenerator };
  },
  'onnx-webgpu': async () => (await import('../adapters/onnx-webgpu.ts')).onnxWebgpu,
};
