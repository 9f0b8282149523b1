import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ganFile } from '../../../../src/contract/families/gan.ts';
import { engineKinds, type EngineKind } from '../../../../src/engine/api.ts';
import { snapshotKey } from '../../../../src/engine/checkpoint-key.ts';
import { createSession, type Session } from '../../../../src/engine/session.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { toIntensity } from '../../../../training/evaluation/pictures.ts';
import { makeOnnx } from '../../../../training/methods/make-onnx.ts';
import { writeFolder } from '../../../../training/store/write-folder.ts';
import { makeSmallGan, smallGan } from '../../../support/small-gans.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';

const { id } = smallGan;
const { codeDim } = smallGan.network;
const images = toIntensity(makeStrokes({ seed: 'gan session', numImages: 120 }).images);
const codes = normalArray(createRandom('gan session'), 130 * codeDim, 1);

let server: FileServer;
let sessions: Readonly<Record<EngineKind, Session>>;

beforeAll(async () => {
  server = await serveFiles();
  const folder = await mkdtemp(join(tmpdir(), 'gan-session-'));
  const { files } = await makeSmallGan(smallGan);
  await writeFolder(join(folder, id), files);
  const graph = await makeOnnx(join(folder, id));
  for (const [path, bytes] of [...files, [ganFile, graph] as const]) {
    server.files.set(`models/${id}/${path}`, bytes);
  }
  await rm(folder, { recursive: true });
  const open = (kind: EngineKind): Session =>
    createSession({ adapter: nodeAdapter(kind, server), modelsUrl: `${server.url}models/` });
  sessions = { tfjs: open('tfjs'), onnx: open('onnx') };
}, 60_000);
afterAll(() => server.close());

const furthest = (a: Float32Array, b: Float32Array): number => {
  expect(a).toHaveLength(b.length);
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i])), 0);
};
const largest = (values: Float32Array) => Math.max(...values.map(Math.abs));

describe('a session with a game', () => {
  it('draws alike in both engines, to less than 2 levels of 255, in slices and whole', async () => {
    const [one, other] = await Promise.all(
      engineKinds.map((kind) => sessions[kind].run('generate', id, codes)),
    );
    expect(one).toHaveLength(130 * 784);
    expect(furthest(one, other)).toBeLessThan(2 / 255);
    const first = await sessions.tfjs.run('generate', id, codes.subarray(0, codeDim));
    expect(furthest(first, one.subarray(0, 784))).toBeLessThan(1e-6);
  });

  it('judges alike in both engines: scores, and what they look at', async () => {
    const [one, other] = await Promise.all(
      engineKinds.map((kind) => sessions[kind].run('discriminate', id, images)),
    );
    expect(one.scores).toHaveLength(120);
    expect(one.gradients).toHaveLength(images.length);
    expect(furthest(one.scores, other.scores) / largest(one.scores)).toBeLessThan(1e-4);
    expect(furthest(one.gradients, other.gradients) / largest(one.gradients)).toBeLessThan(1e-4);
  });

  it('has scores that grow along their gradients', async () => {
    const image = images.subarray(0, 784);
    const { scores, gradients } = await sessions.tfjs.run('discriminate', id, image);
    const step = 1e-3 / largest(gradients);
    const moved = image.map((value, i) => value + step * gradients[i]);
    const after = await sessions.tfjs.run('discriminate', id, moved);
    const expected = step * gradients.reduce((sum, value) => sum + value * value, 0);
    expect((after.scores[0] - scores[0]) / expected).toBeCloseTo(1, 1);
  });

  it('draws as it did after an earlier epoch', async () => {
    const now = await sessions.tfjs.run('generate', id, codes);
    const before = await sessions.tfjs.run('generate', snapshotKey(id, 1), codes);
    expect(furthest(now, before)).toBeGreaterThan(1e-3);
    await expect(sessions.tfjs.load('gan', snapshotKey(id, 9))).rejects.toMatchObject({
      code: 'checkpoint-missing',
      message: `Checkpoint "${id}" does not keep epoch 9; of the epochs before its last it keeps: 1, 2. Choose another.`,
    });
  });

  it('refuses what does not fit, with what would', async () => {
    await expect(sessions.tfjs.run('generate', id, new Float32Array(4))).rejects.toMatchObject({
      code: 'internal',
      message: 'Codes have 3 numbers each here; got 4 in all.',
    });
    const batch = { count: 1, contentCodes: new Float32Array(3), classCodes: new Float32Array(2) };
    await expect(sessions.tfjs.run('generate', id, batch)).rejects.toMatchObject({ code: 'internal' });
    await expect(sessions.tfjs.run('discriminate', id, new Float32Array(783))).rejects.toMatchObject({
      message: 'Images have 784 numbers each; got 783 in all.',
    });
  });
});
