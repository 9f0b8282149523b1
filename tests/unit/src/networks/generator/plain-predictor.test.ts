import { memory, profile } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { tfjsWebgpuKernels } from '../../../../../src/engine/adapters/tfjs-kernels.ts';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { buildPlainPredictor } from '../../../../../src/networks/generator/plain-predictor.ts';
import { buildPredictor } from '../../../../../src/networks/generator/predictor.ts';
import { reconstructions } from '../../../../../src/networks/generator/codes.ts';
import { smallCheckpoint } from '../../engine/small-checkpoint.ts';

beforeAll(() => startWasmBackend());

const { manifest, parameters, ...codes } = smallCheckpoint();
const batch = reconstructions({ manifest, ...codes }, [0, 1, 2]);

it('draws what the predictor for wasm draws', async () => {
  const plain = buildPlainPredictor(manifest.model, parameters);
  const predictor = buildPredictor(manifest.model, parameters);
  const [ours, theirs] = [await plain.predict(batch), predictor.predict(batch)];
  expect(ours).toHaveLength(theirs.length);
  expect(Math.max(...ours.map((intensity, i) => Math.abs(intensity - theirs[i])))).toBeLessThan(1e-6);
  plain.dispose();
  predictor.dispose();
});

it('frees what it made', async () => {
  const before = memory().numTensors;
  const plain = buildPlainPredictor(manifest.model, parameters);
  await plain.predict(batch);
  plain.dispose();
  expect(memory().numTensors).toBe(before);
});

it('needs the kernels that the site sends for WebGPU, and no others', async () => {
  const plain = buildPlainPredictor(manifest.model, parameters);
  const { kernelNames } = await profile(() => {
    void plain.predict(batch);
  });
  const kernels = kernelNames.filter((name) => !name.endsWith('__op')); // tfjs's names of whole operations
  expect([...new Set(kernels)].sort()).toEqual([...tfjsWebgpuKernels].sort());
  plain.dispose();
});
