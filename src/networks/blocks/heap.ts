/**
 * Tensors as views on the wasm backend's memory, for the element-wise loops that are faster as one typed-array pass than
 * as a chain of tensor operations. Not an allocator: tfjs owns the memory, and a view is valid only until the next
 * allocation, which may move it. Allocate first, then look.
 */
import {
  backend,
  engine,
  type Rank,
  type ShapeMap,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

type Heap = Pick<BackendWasm, 'makeOutput' | 'typedArrayFromHeap'>;
const wasm = () => backend() as unknown as Heap;

/** A float32 tensor whose values are not set yet. */
export function allocate<R extends Rank>(shape: ShapeMap[R]): Tensor<R> {
  return engine().makeTensorFromTensorInfo(wasm().makeOutput([...shape], 'float32')) as Tensor<R>;
}

/** The tensor's values where they lie, [size], row-major. */
export function view(tensor: TensorInfo): Float32Array {
  return wasm().typedArrayFromHeap(tensor) as Float32Array;
}

/** Runs `compute`, which returns plain values, and frees every tensor it made, also when it throws. */
export function scoped<T>(compute: () => T): T {
  engine().startScope();
  try {
    return compute();
  } finally {
    engine().endScope();
  }
}
