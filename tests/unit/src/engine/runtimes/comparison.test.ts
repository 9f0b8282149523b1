import { expect, it } from 'vitest';
import { compareRuntimes, type RuntimeWorker } from '../../../../../src/engine/runtimes/comparison.ts';
import {
  runtimeKinds,
  type FromRuntimeWorker,
  type Subject,
  type ToRuntimeWorker,
} from '../../../../../src/engine/runtimes/kinds.ts';

const subject: Subject = { kind: 'checkpoint', key: 'glo-mnist-lord-sigma0.3' };

/** Workers that say what a test tells them to. */
function compare() {
  const workers: (RuntimeWorker & { asked?: ToRuntimeWorker; isGone: boolean })[] = [];
  const heard: string[] = [];
  const stop = compareRuntimes(
    subject,
    {
      onStart: (kind) => heard.push(`start ${kind}`),
      onMessage: (kind, message) => heard.push(`${kind} ${message.type}`),
      onEnd: () => heard.push('end'),
    },
    () => {
      const worker: (typeof workers)[number] = {
        onmessage: null,
        onerror: null,
        isGone: false,
        postMessage(message) {
          worker.asked = message;
        },
        terminate() {
          worker.isGone = true;
        },
      };
      workers.push(worker);
      return worker;
    },
  );
  const say = (message: FromRuntimeWorker): void =>
    workers.at(-1)?.onmessage?.({ data: message } as MessageEvent<FromRuntimeWorker>);
  return { workers, heard, stop, say };
}

it('asks one runtime after the other, each in a worker that goes when it is done', () => {
  const { workers, heard, say } = compare();
  expect(workers.map(({ asked }) => asked)).toEqual([{ kind: 'tfjs-wasm', subject }]);
  say({ type: 'pictures', ink: new Float32Array(1) });
  say({ type: 'done', downloaded: undefined });
  say({ type: 'unavailable', reason: 'no WebGPU' });
  say({ type: 'failed', reason: 'no memory' });
  say({ type: 'done', downloaded: undefined });
  expect(workers.map(({ asked }) => asked?.kind)).toEqual(runtimeKinds);
  expect(workers.every(({ isGone }) => isGone)).toBe(true);
  expect(heard).toEqual([
    'start tfjs-wasm',
    'tfjs-wasm pictures',
    'tfjs-wasm done',
    'start tfjs-webgpu',
    'tfjs-webgpu unavailable',
    'start onnx-wasm',
    'onnx-wasm failed',
    'start onnx-webgpu',
    'onnx-webgpu done',
    'end',
  ]);
});

it('stops at once, and hears nothing afterwards', () => {
  const { workers, heard, stop, say } = compare();
  stop();
  say({ type: 'done', downloaded: undefined });
  stop();
  expect(workers.map(({ isGone }) => isGone)).toEqual([true]);
  expect(heard).toEqual(['start tfjs-wasm', 'end']);
});

it('goes on with the next runtime when a worker breaks, and says why', () => {
  const reasons: string[] = [];
  let broken: RuntimeWorker | undefined;
  compareRuntimes(
    subject,
    {
      onStart: () => undefined,
      onMessage: (_, message) => message.type === 'failed' && reasons.push(message.reason),
      onEnd: () => undefined,
    },
    () =>
      (broken = { onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => undefined }),
  );
  const breakWith = (message: string | undefined): void =>
    broken?.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent);
  breakWith('out of memory');
  breakWith(undefined);
  expect(reasons).toEqual([
    'The runtime stopped (out of memory).',
    'The runtime could not be loaded. Check the connection and try again.',
  ]);
});
