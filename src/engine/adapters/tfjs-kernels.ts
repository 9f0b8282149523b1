/**
 * The kernels of tfjs's wasm backend that the functions of a checkpoint run, by tfjs's names. The built site sends these and no other
 * (components/build/lean-tfjs.ts); `astro dev`, the trainer and the tests have them all. Our own (networks/blocks/wasm-kernels.ts) register
 * themselves.
 */
export const tfjsKernels = ['Conv2D', 'FusedConv2D', 'Reshape', 'Sigmoid'] as const;

/** The same of its WebGPU backend, for the plain pass of GLO's generator (networks/generator/plain-predictor.ts). */
export const tfjsWebgpuKernels = [
  'DepthToSpace',
  'FusedConv2D',
  'Reshape',
  'Sigmoid',
  '_FusedMatMul',
] as const;

/** What the worker that trains runs: a step with its gradients, and the generator. */
export const trainingKernels = [
  'Add',
  'Conv2D',
  'FusedConv2D',
  'Identity',
  'Relu',
  'Reshape',
  'Reverse',
  'Transpose',
] as const;
