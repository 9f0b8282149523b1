/** The binary of tfjs's wasm backend for this browser. Without tfjs itself, so that it is under way before that (tfjs.worker.ts). */
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { RuntimeBinary } from './adapter.ts';
import { hasSimd } from './simd.ts';

export const tfjsBinary = (): RuntimeBinary =>
  hasSimd() ? { url: simdUrl, bytes: 424_594 } : { url: plainUrl, bytes: 311_123 };
