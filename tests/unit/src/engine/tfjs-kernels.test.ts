/** The built site sends few of tfjs's kernels. Here every function of a checkpoint runs with those alone. */
import {
  getKernel,
  getKernelsForBackend,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
} from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tfjsKernels } from '../../../../src/engine/adapters/tfjs-kernels.ts';
import type { FunctionName } from '../../../../src/engine/functions.ts';
import { encoderKey } from '../../../../src/engine/checkpoint-key.ts';
import { createSession, type Session } from '../../../../src/engine/session.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { transfers } from '../../../../src/networks/generator/codes.ts';
import { beginSearch, searchDefaults } from '../../../../src/networks/generator/search.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';
import { smallCheckpoint } from './small-checkpoint.ts';
import { makeSmall, smallEncoders } from '../../../support/small-encoders.ts';
import { makeSmallGan, smallGan } from '../../../support/small-gans.ts';
import { smallJudge } from '../../../support/small-judge.ts';

/** networks/blocks/wasm-kernels.ts registers them itself. */
const own = ['BatchMatMul', 'Conv2DBackpropFilter', 'Conv2DBackpropInput'];

const checkpoint = smallCheckpoint();
const judge = await smallJudge();
const encoder = await makeSmall(smallEncoders.dense);
const gan = await makeSmallGan(smallGan);
const generatorId = checkpoint.manifest.id;
const codes = transfers(checkpoint, { contents: [0, 3], classes: [1, 2] });

/** A call of each function; the table lacks none, or it would not compile. */
const calls: Readonly<Record<FunctionName, (session: Session) => Promise<ArrayLike<unknown>>>> = {
  generate: (session) => session.run('generate', generatorId, codes),
  classify: (session) => session.run('classify', judge.manifest.id, judge.golden.images),
  encode: (session) => session.run('encode', encoderKey(encoder.manifest.id), judge.golden.images),
  decode: (session) => session.run('decode', encoder.manifest.id, Float32Array.of(1, 0, -1)),
  discriminate: async (session) =>
    (await session.run('discriminate', gan.manifest.id, judge.golden.images)).scores,
  observe: async (session) => {
    const one = transfers(checkpoint, { contents: [0], classes: [1] });
    const unit = { layer: 'convT2', index: 400 } as const;
    return (await session.run('observe', generatorId, { codes: one, unit })).layers[4];
  },
  search: async (session) => {
    const image = judge.golden.images.subarray(0, 784);
    const options = { ...searchDefaults, codeScale: 1 };
    return (
      await session.run('search', generatorId, { image, state: beginSearch(codes), numPasses: 2, options })
    ).ink;
  },
};

let server: FileServer;
let session: Session;
const called = new Set<string>();
const everything = new Map<string, KernelConfig>();

beforeAll(async () => {
  server = await serveFiles();
  for (const { manifest, files } of [checkpoint, judge, encoder, gan])
    for (const [path, bytes] of files) server.files.set(`models/${manifest.id}/${path}`, bytes);
  session = createSession({ adapter: nodeAdapter('tfjs', server), modelsUrl: `${server.url}models/` });
  await startWasmBackend();
  for (const kernel of getKernelsForBackend('wasm')) {
    const { kernelName, kernelFunc } = kernel;
    everything.set(kernelName, kernel);
    unregisterKernel(kernelName, 'wasm');
    if (![...tfjsKernels, ...own].includes(kernelName)) continue;
    registerKernel({
      ...kernel,
      kernelFunc(call) {
        called.add(kernelName);
        return kernelFunc(call);
      },
    });
  }
});
afterAll(() => server.close());

it.each(Object.entries(calls))('%s finds every kernel that it needs', async (_, call) => {
  expect(Array.from(await call(session)).length).toBeGreaterThan(0);
});

it('sends no kernel that no function needs', () => {
  for (const name of tfjsKernels) expect(getKernel(name, 'wasm')).toBeDefined();
  expect([...called].filter((name) => !own.includes(name)).sort()).toEqual([...tfjsKernels].sort());
});
