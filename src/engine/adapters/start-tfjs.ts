/** tfjs's wasm backend in a browser: where its binary is, and how it starts. For every worker that computes with it. */
import { env } from '@tensorflow/tfjs-core';
import { startWasmBackend } from '../../networks/blocks/wasm-backend.ts';
import type { Adapter } from './adapter.ts';
import { tfjsBinary } from './tfjs-binary.ts';

export const tfjsRuntime: Pick<Adapter, 'binary' | 'start'> = {
  binary: () => Promise.resolve(tfjsBinary()),

  async start(wasm) {
    // One thread, also where a server isolates the page: two are slower, and need another binary.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    const url = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
    await startWasmBackend({ plain: url, simd: url });
    URL.revokeObjectURL(url);
  },
};
