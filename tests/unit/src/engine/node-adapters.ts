/** The page's adapters with their binaries served by the test's own server, and started the way Node can. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Adapter } from '../../../../src/engine/adapters/adapter.ts';
import { onnxAdapter } from '../../../../src/engine/adapters/onnx.ts';
import { tfjsAdapter } from '../../../../src/engine/adapters/tfjs.ts';
import type { EngineKind } from '../../../../src/engine/api.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import type { FileServer } from './file-server.ts';

const { resolve } = createRequire(import.meta.url);

export const wasmFiles = {
  tfjs: resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
  onnx: resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'),
} satisfies Record<EngineKind, string>;

export function nodeAdapter(kind: EngineKind, server: FileServer): Adapter {
  const path = `${kind}.wasm`;
  server.files.set(path, readFileSync(wasmFiles[kind]));
  const adapter = kind === 'tfjs' ? tfjsAdapter : onnxAdapter;
  return {
    ...adapter,
    binary: async () => ({ ...(await adapter.binary()), url: server.url + path }),
    // tfjs reads its binary with fetch in a page and from its package in Node.
    ...(kind === 'tfjs' && { start: () => startWasmBackend() }),
  };
}
