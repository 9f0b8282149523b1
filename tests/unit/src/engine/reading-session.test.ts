/** What a session reads in images, and what happens to a judge that cannot be had. */
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../../../src/engine/adapters/adapter.ts';
import { engineKinds } from '../../../../src/engine/api.ts';
import { createSession, type Session } from '../../../../src/engine/session.ts';
import { reconstructions } from '../../../../src/networks/generator/codes.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';
import { smallCheckpoint } from './small-checkpoint.ts';
import { smallJudge } from '../../../support/small-judge.ts';

const judge = await smallJudge();
const { id } = judge.manifest;
const { images, probabilities } = judge.golden;
const checkpoint = smallCheckpoint();

let server: FileServer;
let adapter: Adapter;
let session: Session;

const publish = (): void => {
  for (const [path, bytes] of judge.files) server.files.set(`models/${id}/${path}`, bytes);
};
const open = (overrides: Partial<Adapter> = {}): Session =>
  createSession({ adapter: { ...adapter, ...overrides }, modelsUrl: `${server.url}models/` });
const asked = (): string[] => server.requests.map((path) => path.replace(/\?.*/, ''));

beforeEach(async () => {
  server = await serveFiles();
  adapter = nodeAdapter('tfjs', server);
  publish();
  session = open();
});
afterEach(() => server.close());

describe('a session that reads', () => {
  it.each(engineKinds)('finds what the golden file says, by %s', async (kind) => {
    const readings = await open(nodeAdapter(kind, server)).run('classify', id, images);
    expect(readings).toHaveLength(judge.manifest.golden.numImages);
    readings.forEach(({ digit, probability }, i) => {
      const row = Array.from(probabilities.subarray(i * 10, (i + 1) * 10));
      expect(digit).toBe(row.indexOf(Math.max(...row)));
      expect(Math.abs(probability - row[digit])).toBeLessThan(judge.manifest.golden.tolerance);
    });
  });

  it('loads one network file of the judge, by its hash, with the first reading and no sooner', async () => {
    await session.run('classify', id, images);
    await session.run('classify', id, images);
    expect(asked().sort()).toEqual([
      `models/${id}/classifier.safetensors`,
      `models/${id}/manifest.json`,
      'tfjs.wasm',
    ]);
    const { sha256 } = judge.manifest.files.weights;
    expect(server.requests).toContain(`models/${id}/classifier.safetensors?sha256=${sha256}`);
  });

  it('reads any number of images, each as it reads it alone', async () => {
    const many = new Float32Array(47 * 784);
    for (let i = 0; i < 47; i++) many.set(images.subarray((i % 10) * 784, ((i % 10) + 1) * 784), i * 784);
    const ten = await session.run('classify', id, images);
    const readings = await session.run('classify', id, many);
    expect(readings.map(({ digit }) => digit)).toEqual(readings.map((_, i) => ten[i % 10].digit));
    expect(await session.run('classify', id, new Float32Array())).toEqual([]);
  });

  it('lets a picture go between its slices, and stops when it is aborted', async () => {
    for (const [path, bytes] of checkpoint.files) {
      server.files.set(`models/${checkpoint.manifest.id}/${path}`, bytes);
    }
    const slices: number[] = [];
    const counting = open({
      open: {
        ...adapter.open,
        async classifier(manifest, file) {
          const loaded = await adapter.open.classifier(manifest, file);
          return {
            ...loaded,
            classify(slice) {
              slices.push(slice.length / 784);
              return loaded.classify?.(slice) ?? Promise.reject(new Error('It classifies nothing.'));
            },
          };
        },
      },
    });
    await counting.load('glo', checkpoint.manifest.id);
    await counting.run('classify', id, images);
    slices.length = 0;
    const controller = new AbortController();
    const reading = counting.run('classify', id, new Float32Array(200 * 784), controller);
    const picture = counting.run('generate', checkpoint.manifest.id, reconstructions(checkpoint, [0]));
    await picture;
    expect(slices.length).toBeLessThanOrEqual(2);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    expect(slices.length).toBeLessThan(10);
  });

  it('leaves no tensors behind', async () => {
    await session.run('classify', id, images);
    const { numTensors } = memory();
    await session.run('classify', id, images);
    expect(memory().numTensors).toBe(numTensors);
  });
});

describe('a judge that cannot be had fails the reading, says why, and is tried again with the next:', () => {
  it('one that is not there', async () => {
    await expect(session.run('classify', 'classifier-strokes-none', images)).rejects.toMatchObject({
      name: 'EngineError',
      code: 'checkpoint-missing',
      message: expect.stringContaining(
        'Checkpoint "classifier-strokes-none" has no manifest.json: ',
      ) as string,
    });
  });

  it('one with a wrong byte', async () => {
    const bytes = Uint8Array.from(judge.files.get('classifier.safetensors') ?? []);
    bytes[bytes.length - 1] ^= 1;
    server.files.set(`models/${id}/classifier.safetensors`, bytes);
    await expect(session.run('classify', id, images)).rejects.toMatchObject({
      code: 'wrong-hash',
      message: expect.stringMatching(
        /^classifier\.safetensors of checkpoint "classifier-strokes-small" is not the file its manifest describes: /,
      ) as string,
    });
    publish();
    expect(await session.run('classify', id, images)).toHaveLength(10);
  });

  it('one whose manifest is of something else', async () => {
    const manifest = checkpoint.files.get('manifest.json') ?? new Uint8Array();
    server.files.set(`models/${id}/manifest.json`, manifest);
    await expect(session.run('classify', id, images)).rejects.toMatchObject({ code: 'contract' });
  });

  it('images of another size', async () => {
    await expect(session.run('classify', id, new Float32Array(100))).rejects.toMatchObject({
      code: 'internal',
      message: 'Images have 784 numbers each; got 100 in all.',
    });
  });
});
