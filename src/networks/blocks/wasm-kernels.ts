/**
 * Kernels that tfjs's wasm backend lacks (Conv2DBackpropFilter) or has only as slow loops (Conv2DBackpropInput,
 * BatchMatMul), each written as a convolution, which XNNPACK does well. Registering them changes speed and what can be
 * differentiated, never a result beyond rounding. Stride 1 and NHWC only, which is all our networks use.
 */
import {
  backend_util,
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

type Shape4 = [number, number, number, number];
type Attributes = Record<string, unknown>;

/** Registers all of them on the `wasm` backend, once. */
export function registerWasmKernels(): void {
  for (const kernel of [conv2dBackpropFilter, conv2dBackpropInput, batchMatMul]) {
    const shipped = getKernel(kernel.kernelName, 'wasm') as KernelConfig | undefined;
    if (shipped?.kernelFunc === kernel.kernelFunc) continue;
    if (shipped) unregisterKernel(kernel.kernelName, 'wasm');
    registerKernel(kernel);
  }
}

/**
 * dW[ky, kx, i, o] = Σ x[n, y + ky − pad, x + kx − pad, i] · dy[n, y, x, o]: a convolution of x with channels and batch
 * exchanged, [i, h, w, n], by dy as the filter, [oh, ow, n, o].
 */
const conv2dBackpropFilter = define('Conv2DBackpropFilter', (run, { x, dy }, attrs) => {
  const filterShape = attrs['filterShape'] as Shape4;
  const info = convInfo(x.shape as Shape4, filterShape, attrs);
  const images = run('Transpose', { x }, { perm: [3, 1, 2, 0] });
  const filter = run('Transpose', { x: dy }, { perm: [1, 2, 0, 3] });
  const { top, bottom, left, right } = info.padInfo;
  const gradient = run('Conv2D', { x: images, filter }, convolution([top, bottom], [left, right])); // [i, kh, kw, o]
  return run('Transpose', { x: gradient }, { perm: [1, 2, 0, 3] });
});

/** dx: a convolution of dy by the filter turned by 180° with in and out exchanged, padded so that the sizes return. */
const conv2dBackpropInput = define('Conv2DBackpropInput', (run, { dy, filter }, attrs) => {
  const [kernelHeight, kernelWidth] = filter.shape;
  const info = convInfo(attrs['inputShape'] as Shape4, filter.shape as Shape4, attrs);
  const turned = run('Reverse', { x: filter }, { dims: [0, 1] });
  const exchanged = run('Transpose', { x: turned }, { perm: [0, 1, 3, 2] });
  const { top, bottom, left, right } = info.padInfo;
  const pad = convolution(
    [kernelHeight - 1 - top, kernelHeight - 1 - bottom],
    [kernelWidth - 1 - left, kernelWidth - 1 - right],
  );
  return run('Conv2D', { x: dy, filter: exchanged }, pad);
});

/** A product of matrices is a 1×1 convolution over a row of pixels. Leading dimensions, if any, must be 1. */
const batchMatMul = define('BatchMatMul', (run, { a, b }, attrs) => {
  const leading = [...a.shape.slice(0, -2), ...b.shape.slice(0, -2)];
  if (leading.some((dim) => dim !== 1)) {
    throw new Error(
      `BatchMatMul on wasm: expected single matrices, got shapes [${a.shape.join()}] and [${b.shape.join()}].`,
    );
  }
  const matrix = (x: TensorInfo, transposed: boolean): TensorInfo => {
    const flat = { ...x, shape: x.shape.slice(-2) };
    return transposed ? run('Transpose', { x: flat }, { perm: [1, 0] }) : flat;
  };
  const left = matrix(a, attrs['transposeA'] === true);
  const right = matrix(b, attrs['transposeB'] === true);
  const product = run(
    'Conv2D',
    { x: { ...left, shape: [1, 1, ...left.shape] }, filter: { ...right, shape: [1, 1, ...right.shape] } },
    convolution([0, 0], [0, 0]),
  );
  return { ...product, shape: [...a.shape.slice(0, -2), left.shape[0], right.shape[1]] };
});

type Run = (name: string, inputs: Record<string, TensorInfo>, attrs: Attributes) => TensorInfo;
type Body = (run: Run, inputs: Record<string, TensorInfo>, attrs: Attributes) => TensorInfo;

/** A kernel made of shipped kernels; frees every intermediate that it did not return. */
function define(kernelName: string, body: Body): KernelConfig {
  const kernelFunc: KernelFunc = ({ inputs, attrs, backend }) => {
    const made: TensorInfo[] = [];
    const run: Run = (name, innerInputs, innerAttrs) => {
      const { kernelFunc } = getKernel(name, 'wasm');
      const output = kernelFunc({ inputs: innerInputs, attrs: innerAttrs as never, backend }) as TensorInfo;
      made.push(output);
      return output;
    };
    const result = body(run, inputs as unknown as Record<string, TensorInfo>, attrs as Attributes);
    for (const { dataId } of made)
      if (dataId !== result.dataId)
        (backend as unknown as Pick<BackendWasm, 'disposeData'>).disposeData(dataId);
    return result;
  };
  return { kernelName, backendName: 'wasm', kernelFunc };
}

function convInfo(inputShape: Shape4, filterShape: Shape4, attrs: Attributes): backend_util.Conv2DInfo {
  const strides = attrs['strides'] as number | [number, number];
  if ([strides].flat().some((stride) => stride !== 1)) {
    throw new Error(`Convolution gradients on wasm: expected stride 1, got ${[strides].flat().join(' × ')}.`);
  }
  return backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    1,
    attrs['pad'] as 'same' | 'valid' | number | backend_util.ExplicitPadding,
  );
}

const convolution = (vertical: [number, number], horizontal: [number, number]): Attributes => ({
  strides: [1, 1],
  pad: [[0, 0], vertical, horizontal, [0, 0]],
  dataFormat: 'NHWC',
  dilations: [1, 1],
  dimRoundingMode: undefined,
});
