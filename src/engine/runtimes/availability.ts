/** What this browser can run, and in words why a runtime is not to be had. */
import { hasSimd } from '../adapters/simd.ts';
import type { RuntimeKind, Subject } from './kinds.ts';

export interface Abilities {
  readonly webAssembly: boolean;
  readonly simd: boolean;
  /** WebGPU is for pages that nobody can have changed on the way. */
  readonly isSecure: boolean;
  readonly gpu: 'missing' | 'no-adapter' | 'there';
}

/** The part of WebGPU that tells whether there is any. */
interface Gpu {
  requestAdapter(): Promise<object | null>;
}

/** Of the thread that asks: a worker may have less than its page. */
export async function abilitiesHere(): Promise<Abilities> {
  const webAssembly = typeof WebAssembly !== 'undefined';
  return {
    webAssembly,
    simd: webAssembly && hasSimd(),
    isSecure: isSecureContext,
    gpu: await findGpu((navigator as { gpu?: Gpu }).gpu),
  };
}

async function findGpu(gpu: Gpu | undefined): Promise<Abilities['gpu']> {
  if (!gpu) return 'missing';
  try {
    return (await gpu.requestAdapter()) ? 'there' : 'no-adapter';
  } catch {
    return 'no-adapter';
  }
}

/** Undefined when nothing stands against it. */
export function whyUnavailable(
  kind: RuntimeKind,
  subject: Subject['kind'],
  { webAssembly, simd, isSecure, gpu }: Abilities,
): string | undefined {
  const isOnnx = kind.startsWith('onnx');
  if (subject === 'graph' && !isOnnx) return 'tfjs draws from weights, and a graph comes without them.';
  if (!webAssembly && kind !== 'tfjs-webgpu') {
    return 'This browser runs no WebAssembly. Allow it for this site, or use another browser.';
  }
  if (isOnnx && !simd) return 'ONNX Runtime needs vectors in WebAssembly (SIMD), and this browser has none.';
  if (!kind.endsWith('webgpu') || gpu === 'there') return undefined;
  if (gpu === 'no-adapter') {
    return 'This browser has WebGPU and finds no graphics processor that it may use (requestAdapter gave none).';
  }
  return isSecure
    ? 'This browser has no WebGPU (no navigator.gpu in a worker).'
    : 'WebGPU is for secure pages alone, and this address is none. Open it by https or on localhost.';
}
