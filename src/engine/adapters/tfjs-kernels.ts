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

/** What one step of training takes beside those: the gradients, and what our own kernels are made of. */
export const trainingKernels = [...tfjsKernels, 'Add', 'Identity', 'Relu', 'Reverse', 'Transpose'] as const;
