import { expect, it } from 'vitest';
import { whyUnavailable, type Abilities } from '../../../../../src/engine/runtimes/availability.ts';
import { downloadedHere } from '../../../../../src/engine/runtimes/downloaded.ts';
import { runtimeKinds } from '../../../../../src/engine/runtimes/kinds.ts';

const everything: Abilities = { webAssembly: true, simd: true, isSecure: true, gpu: 'there' };
const reasons = (lacking: Partial<Abilities>, subject: 'checkpoint' | 'graph' = 'checkpoint') =>
  Object.fromEntries(
    runtimeKinds.map((kind) => [kind, whyUnavailable(kind, subject, { ...everything, ...lacking })]),
  );

it('runs everything in a browser that has everything', () => {
  expect(Object.values(reasons({}))).toEqual([undefined, undefined, undefined, undefined]);
});

it('says what a browser lacks', () => {
  expect(reasons({ gpu: 'missing' })).toMatchObject({
    'tfjs-wasm': undefined,
    'tfjs-webgpu': 'This browser has no WebGPU (no navigator.gpu in a worker).',
    'onnx-webgpu': 'This browser has no WebGPU (no navigator.gpu in a worker).',
  });
  expect(reasons({ gpu: 'missing', isSecure: false })['tfjs-webgpu']).toBe(
    'WebGPU is for secure pages alone, and this address is none. Open it by https or on localhost.',
  );
  expect(reasons({ gpu: 'no-adapter' })['onnx-webgpu']).toBe(
    'This browser has WebGPU and finds no graphics processor that it may use (requestAdapter gave none).',
  );
  expect(reasons({ simd: false })).toMatchObject({
    'tfjs-wasm': undefined,
    'onnx-wasm': 'ONNX Runtime needs vectors in WebAssembly (SIMD), and this browser has none.',
  });
  expect(reasons({ webAssembly: false, simd: false })).toMatchObject({
    'tfjs-wasm': 'This browser runs no WebAssembly. Allow it for this site, or use another browser.',
    'tfjs-webgpu': undefined,
  });
});

it('has no tfjs for a graph without weights', () => {
  expect(reasons({}, 'graph')).toEqual({
    'tfjs-wasm': 'tfjs draws from weights, and a graph comes without them.',
    'tfjs-webgpu': 'tfjs draws from weights, and a graph comes without them.',
    'onnx-wasm': undefined,
    'onnx-webgpu': undefined,
  });
});

it('counts the files of models by themselves', () => {
  const of = (name: string, encodedBodySize: number) => ({ name, encodedBodySize });
  const received = [
    of('https://a.b/x/r.wasm', 5),
    of('https://a.b/x/models/m/w', 2),
    of('https://a.b/x/p.js', 1),
  ];
  expect(downloadedHere('/x/models/', received)).toEqual({ runtimeBytes: 6, modelBytes: 2 });
  expect(downloadedHere('/x/models/', [])).toBeUndefined();
});
