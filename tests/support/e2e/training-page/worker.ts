/** Trains in a browser's worker and posts what came out. */
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { shortRun } from './run.ts';

const absolute = (path: string) => new URL(path, location.href).href;
await startWasmBackend({ plain: absolute(plain), simd: absolute(simd) });
postMessage(shortRun());
