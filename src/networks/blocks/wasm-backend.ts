/** Starts tfjs's wasm backend, single-threaded, with our kernels: the runtime of the trainer, the tests and the page. */
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerWasmKernels } from './wasm-kernels.ts';

export interface WasmFiles {
  readonly plain: string;
  readonly simd: string;
}

/**
 * Resolves when tensors can be made. In the browser `files` says where the binaries are; Node finds its own.
 * @throws when WebAssembly is missing or the binary cannot be loaded.
 */
export async function startWasmBackend(files?: WasmFiles): Promise<void> {
  if (files) {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': files.plain,
      'tfjs-backend-wasm-simd.wasm': files.simd,
      'tfjs-backend-wasm-threaded-simd.wasm': files.simd, // never chosen: pages are not cross-origin isolated
    });
  }
  if (!(await setBackend('wasm'))) throw new Error('tfjs could not start its WebAssembly backend.');
  await ready();
  registerWasmKernels();
}
