import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encoderDecoderFile, encodingDim } from '../../../../src/contract/families/encoder-decoder.ts';
import { engineKinds, type EngineKind } from '../../../../src/engine/api.ts';
import { encoderKey } from '../../../../src/engine/checkpoint-key.ts';
import { createSession, type Session } from '../../../../src/engine/session.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { toIntensity } from '../../../../training/evaluation/pictures.ts';
import { makeOnnx } from '../../../../training/methods/make-onnx.ts';
import { writeFolder } from '../../../../training/store/write-folder.ts';
import { makeSmall, smallEncoders, type SmallRun } from '../../../support/small-encoders.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';

const kinds = ['linear', 'dense', 'convolutional'] as const;
const images = toIntensity(makeStrokes({ seed: 'encoder session', numImages: 120 }).images);

let server: FileServer;
const runs = new Map<string, SmallRun>();

beforeAll(async () => {
  server = await serveFiles();
  const folder = await mkdtemp(join(tmpdir(), 'encoder-session-'));
  for (const kind of kinds) {
    const run = await makeSmall(smallEncoders[kind]);
    const { id } = run.manifest;
    runs.set(kind, run);
    await writeFolder(join(folder, id), run.files);
    const graph = await makeOnnx(join(folder, id));
    for (const [path, bytes] of [...run.files, [encoderDecoderFile, graph] as const]) {
      server.files.set(`models/${id}/${path}`, bytes);
    }
  }
  await rm(folder, { recursive: true });
  sessions = { tfjs: open('tfjs'), onnx: open('onnx') };
});
afterAll(() => server.close());

/** One of each engine for all tests: its runtime is large. */
let sessions: Readonly<Record<EngineKind, Session>>;
const open = (kind: EngineKind): Session =>
  createSession({ adapter: nodeAdapter(kind, server), modelsUrl: `${server.url}models/` });

const manifestOf = (kind: string) => {
  const run = runs.get(kind);
  if (!run) throw new Error(`There is no ${kind} run.`);
  return run.manifest;
};

function expectAlike([a, b]: readonly Float32Array[], scale: number): void {
  const largest = a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i])), 0);
  expect(largest / scale).toBeLessThan(2 / 255);
}

describe.each(kinds)('a session with a checkpoint of the kind %s', (kind) => {
  it('encodes and decodes alike in both engines, to less than 2 levels of 255, in slices and whole', async () => {
    const { id, model } = manifestOf(kind);
    const codes = normalArray(createRandom(kind), 130 * model.codeDim, 1);
    const [encodings, pictures] = [[], []] as [Float32Array[], Float32Array[]];
    for (const engine of engineKinds) {
      const session = sessions[engine];
      encodings.push(await session.run('encode', encoderKey(id), images));
      pictures.push(await session.run('decode', id, codes));
    }
    expect(encodings[0]).toHaveLength(120 * encodingDim(model));
    expect(pictures[0]).toHaveLength(130 * 784);
    expectAlike(encodings, Math.max(...encodings[0].map(Math.abs)));
    expectAlike(pictures, 1);
  });

  it('gives the page the Gaussian of its codes, and refuses what does not fit', async () => {
    const { id, family, model } = manifestOf(kind) as SmallRun['manifest'] & { family: 'autoencoder' };
    const session = sessions.tfjs;
    const { codeMean, codeCovariance, shown } = await session.load(family, id);
    expect(codeMean).toHaveLength(model.codeDim);
    expect(codeCovariance).toHaveLength(model.codeDim ** 2);
    expect(shown).toHaveLength(20 * encodingDim(model));
    await expect(session.run('decode', id, new Float32Array(4))).rejects.toMatchObject({
      code: 'internal',
      message: 'Codes have 3 numbers each here; got 4 in all.',
    });
    await expect(session.run('generate', id, {} as never)).rejects.toMatchObject({
      message: `Checkpoint "${id}" is of the family ${family}, which has no function generate. Choose another.`,
    });
  });
});
