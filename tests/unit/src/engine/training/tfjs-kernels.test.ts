/** The built site sends few of tfjs's kernels to the worker that trains. Here a run trains, and is drawn, with those alone. */
import { getKernelsForBackend, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { trainingKernels } from '../../../../../src/engine/adapters/tfjs-kernels.ts';
import { drawFrame } from '../../../../../src/engine/training/frame.ts';
import { createLiveRun, startRecord } from '../../../../../src/engine/training/live-run.ts';
import { whatToShow } from '../../../../../src/engine/training/shown.ts';
import { digitNames } from '../../../../../src/engine/trainer-protocol.ts';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { makeStrokes } from '../../../../../training/data/strokes.ts';
import { shortSettings } from './short-settings.ts';

/** networks/blocks/wasm-kernels.ts registers them itself. */
const own = ['BatchMatMul', 'Conv2DBackpropFilter', 'Conv2DBackpropInput'];

it('a step of training and a picture call every kernel that is sent, and no other', async () => {
  await startWasmBackend();
  const called = new Set<string>();
  for (const kernel of getKernelsForBackend('wasm')) {
    unregisterKernel(kernel.kernelName, 'wasm');
    registerKernel({
      ...kernel,
      kernelFunc(call) {
        called.add(kernel.kernelName);
        return kernel.kernelFunc(call);
      },
    });
  }
  const images = makeStrokes({ seed: 'train', numImages: shortSettings.numImages });
  const live = createLiveRun({
    images,
    start: startRecord({ settings: shortSettings, ownImages: [], classNames: digitNames }, images),
    mostKept: 1,
  });
  live.step();
  drawFrame({
    record: live.record,
    shown: whatToShow(images, 0),
    labels: images.labels,
    before: undefined,
  });
  expect([...called].sort()).toEqual([...trainingKernels, ...own].sort());
});
