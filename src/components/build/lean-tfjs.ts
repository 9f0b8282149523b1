/**
 * Leaves out of the workers what tfjs brings and no model here runs: most kernels of its wasm and WebGPU backends, its glue for several threads, its
 * optimizers. For astro.config.mjs, where the site is built; `astro dev` keeps all of it.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { tfjsKernels, tfjsWebgpuKernels, trainingKernels } from '../../engine/adapters/tfjs-kernels.ts';

interface Substitute {
  readonly path: RegExp;
  readonly write: (shipped: string, wasmKernels: readonly string[]) => string;
}

/** Modules of tfjs by their paths in its packages, and what stands for each. */
const substitutes: readonly Substitute[] = [
  {
    path: /\/tfjs-backend-wasm\/dist\/register_all_kernels\.js$/,
    write: (shipped, kernels) => registerSome(shipped, 'wasm', kernels),
  },
  {
    path: /\/tfjs-backend-webgpu\/dist\/register_all_kernels\.js$/,
    write: (shipped) => registerSome(shipped, 'WebGPU', tfjsWebgpuKernels),
  },
  // Two threads are slower (adapters/tfjs.ts).
  { path: /\/wasm-out\/tfjs-backend-wasm-threaded-simd\.js$/, write: () => 'export default undefined;' },
  {
    path: /\/wasm-out\/tfjs-backend-wasm-threaded-simd\.worker\.js$/,
    write: () => `export const wasmWorkerContents = '';`,
  },
  // Called only so that a saved optimizer can be read again.
  {
    path: /\/tfjs-core\/dist\/optimizers\/register_optimizers\.js$/,
    write: () => 'export const registerOptimizers = () => undefined;',
  },
];

/** One for the bundle of each worker. */
export function leanTfjs(): Plugin {
  let wasmKernels: readonly string[] = tfjsKernels;
  return {
    name: 'lean-tfjs',
    apply: 'build',
    enforce: 'pre',
    buildStart({ input }) {
      if (JSON.stringify(input).includes('training.worker')) wasmKernels = trainingKernels;
    },
    async load(id) {
      const substitute = substitutes.find(({ path }) => path.test(id));
      return substitute?.write(await readFile(id, 'utf8'), wasmKernels);
    },
  };
}

/** @throws when tfjs has no kernel of that name. */
function registerSome(shipped: string, backend: string, kernels: readonly string[]): string {
  const imports = kernels.map((name) => {
    const found = new RegExp(`^import \\{ (\\w+) \\} from '\\./kernels/${name}';$`, 'm').exec(shipped);
    if (found) return { line: found[0], config: found[1] };
    throw new Error(`tfjs's ${backend} backend has no kernel ${name}; tfjs-kernels.ts names it.`);
  });
  return [
    `import { registerKernel } from '@tensorflow/tfjs-core';`,
    ...imports.map(({ line }) => line),
    ...imports.map(({ config }) => `registerKernel(${config});`),
  ].join('\n');
}
