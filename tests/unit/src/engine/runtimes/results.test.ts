import { expect, it } from 'vitest';
import {
  largestDifference,
  noResults,
  started,
  stopped,
  withMessage,
} from '../../../../../src/engine/runtimes/results.ts';

const ink = Float32Array.of(0, 0.5);

it('gathers what one runtime says and leaves the others alone', () => {
  let results = started(noResults, 'onnx-wasm');
  results = withMessage(results, 'onnx-wasm', {
    type: 'loading',
    progress: { loadedBytes: 1, totalBytes: 2 },
  });
  expect(results['onnx-wasm'].progress).toEqual({ loadedBytes: 1, totalBytes: 2 });
  results = withMessage(results, 'onnx-wasm', { type: 'pictures', ink });
  results = withMessage(results, 'onnx-wasm', { type: 'latency', batchSize: 1, ms: 0.5 });
  results = withMessage(results, 'onnx-wasm', { type: 'latency', batchSize: 10, ms: 4 });
  const downloaded = { runtimeBytes: 3, modelBytes: 4 };
  results = withMessage(results, 'onnx-wasm', { type: 'done', downloaded });
  expect(results).toEqual({
    ...noResults,
    'onnx-wasm': { state: 'done', ink, latencies: { 1: 0.5, 10: 4 }, downloaded },
  });
});

it('keeps the reason of a runtime that does not run', () => {
  const results = withMessage(noResults, 'tfjs-webgpu', { type: 'unavailable', reason: 'no WebGPU' });
  expect(results['tfjs-webgpu']).toEqual({ state: 'unavailable', latencies: {}, reason: 'no WebGPU' });
});

it('keeps what was measured before it was stopped', () => {
  const results = withMessage(started(noResults, 'tfjs-wasm'), 'tfjs-wasm', { type: 'pictures', ink });
  expect(stopped(results)['tfjs-wasm']).toEqual({ state: 'waiting', latencies: {}, ink });
});

it('finds the pixel where two pictures differ most, in levels of 255', () => {
  expect(largestDifference(Float32Array.of(0, 0.5, 1), Float32Array.of(0, 0.3, 0.9))).toBeCloseTo(51, 4);
  expect(largestDifference(ink, ink)).toBe(0);
});
