import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../../src/engine/adapters/adapter.ts';
import type { LoadProgress } from '../../../../src/engine/api.ts';
import { reconstructions, transfers, type CodeBatch } from '../../../../src/networks/generator/codes.ts';
import { createSession, type Session } from '../../../../src/engine/session.ts';
import { beginSearch, searchDefaults, type SearchState } from '../../../../src/networks/generator/search.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';
import { smallCheckpoint } from './small-checkpoint.ts';

const small = smallCheckpoint();
const { id } = small.manifest;
const allImages = Array.from({ length: 10 }, (_, i) => i);
const grid = transfers(small, { contents: allImages, classes: allImages });

let server: FileServer;
let adapter: Adapter;
let session: Session;

const publish = (checkpoint = small): void => {
  for (const [path, bytes] of checkpoint.files) {
    server.files.set(`models/${checkpoint.manifest.id}/${path}`, bytes);
  }
};
const open = (overrides: Partial<Adapter> = {}, capacity = 16): Session =>
  createSession({ adapter: { ...adapter, ...overrides }, modelsUrl: `${server.url}models/`, capacity });
/** The request's path without server and hash. */
const asked = (): string[] => server.requests.map((path) => path.replace(/\?.*/, ''));

beforeEach(async () => {
  server = await serveFiles();
  adapter = nodeAdapter('tfjs', server);
  publish();
  session = open();
});
afterEach(() => server.close());

describe('a session', () => {
  it('loads a checkpoint as its files have it', async () => {
    const { manifest, contentCodes, classCodes } = await session.load('glo', id);
    expect(manifest).toEqual(small.manifest);
    expect(contentCodes).toEqual(small.contentCodes);
    expect(classCodes).toEqual(small.classCodes);
  });

  it('draws what the generator draws', async () => {
    const images = await session.run('generate', id, grid);
    const predictor = buildPredictor(small.manifest.model, small.parameters);
    expect(images).toEqual(predictor.predict(grid));
    predictor.dispose();
    expect(images.every((intensity) => intensity >= 0 && intensity <= 1)).toBe(true);
  });

  it('draws the same pictures with onnxruntime, from generator.onnx and without the weights', async () => {
    const onnx = open(nodeAdapter('onnx', server));
    const [ours, theirs] = [await session.run('generate', id, grid), await onnx.run('generate', id, grid)];
    server.requests.length = 0;
    await open(nodeAdapter('onnx', server)).load('glo', id);
    expect(asked()).not.toContain(`models/${id}/weights.safetensors`);
    const difference = ours.reduce(
      (most, intensity, i) => Math.max(most, Math.abs(intensity - theirs[i])),
      0,
    );
    expect(difference).toBeLessThan(1e-4);
  });

  it('shows what goes on inside with tfjs; an ONNX graph does not tell', async () => {
    const codes = reconstructions(small, [4]);
    const input = { codes, unit: { layer: 'convT2', index: 300 } } as const;
    const { layers, sum } = await session.run('observe', id, input);
    expect(layers[4]).toEqual(await session.run('generate', id, codes));
    expect(sum.value).toBeCloseTo(layers[4][300], 5);
    await expect(open(nodeAdapter('onnx', server)).run('observe', id, input)).rejects.toMatchObject({
      code: 'internal',
      message: `Checkpoint "${id}" is of the family glo, which has no function observe. Choose another.`,
    });
  });

  it('searches for codes with tfjs, slice by slice as in one go; an ONNX graph has no gradients', async () => {
    const image = (await session.run('generate', id, reconstructions(small, [4]))).slice();
    const starts = reconstructions(small, [1, 2, 3]);
    const begun = beginSearch(starts);
    const options = { ...searchDefaults, numSteps: 5, codeScale: 1 };
    const go = (state: SearchState, numPasses: number) =>
      session.run('search', id, { image, state, numPasses, options });
    const whole = await go(begun, 6);
    const first = await go(begun, 2);
    const rest = await go(first.state, 4);
    expect(rest).toEqual({ ...whole, bestAfter: whole.bestAfter.slice(2) });
    expect(begun).toEqual(beginSearch(starts)); // as it was
    expect(whole.bestAfter.at(-1)).toEqual(whole.state.best.loss);
    whole.state.best.loss.forEach((loss, i) => expect(loss).toBeLessThan(whole.bestAfter[0][i]));
    const { contentCodes } = whole.state.best;
    expect(whole.ink).toEqual(await session.run('generate', id, { ...starts, contentCodes }));
    await expect(
      session.run('search', id, { image: image.subarray(1), state: begun, numPasses: 1, options }),
    ).rejects.toMatchObject({ message: 'A search is for one image of 784 numbers; got 783.' });
    const onnx = open(nodeAdapter('onnx', server));
    const input = { image, state: begun, numPasses: 1, options };
    await expect(onnx.run('search', id, input)).rejects.toMatchObject({
      message: `Checkpoint "${id}" is of the family glo, which has no function search. Choose another.`,
    });
  });

  it('draws batches of any size, whole and in order', async () => {
    const images = Array.from({ length: 230 }, (_, i) => i % 10);
    const drawn = await session.run('generate', id, reconstructions(small, images));
    const ten = await session.run('generate', id, reconstructions(small, allImages));
    expect(drawn).toHaveLength(230 * 784);
    for (const row of [0, 99, 100, 229]) {
      const image = drawn.subarray(row * 784, (row + 1) * 784);
      const expected = ten.subarray((row % 10) * 784, ((row % 10) + 1) * 784);
      image.forEach((intensity, i) => expect(intensity).toBeCloseTo(expected[i], 5));
    }
    expect(await session.run('generate', id, reconstructions(small, []))).toHaveLength(0);
  });

  it('loads runtime and files once, however many ask', async () => {
    await Promise.all([session.load('glo', id), session.load('glo', id), session.run('generate', id, grid)]);
    await session.load('glo', id);
    expect(asked().sort()).toEqual([
      `models/${id}/codes.safetensors`,
      `models/${id}/manifest.json`,
      `models/${id}/weights.safetensors`,
      'tfjs.wasm',
    ]);
  });

  it('counts every byte of weights, codes and, the first time, the runtime', async () => {
    const other = smallCheckpoint('glo-strokes-other');
    publish(other);
    const load = async (checkpoint: typeof small) => {
      const heard: LoadProgress[] = [];
      await session.load('glo', checkpoint.manifest.id, { onProgress: (progress) => heard.push(progress) });
      return heard;
    };
    const { weights, codes } = small.manifest.files;
    const first = await load(small);
    const total = weights.bytes + codes.bytes + (await adapter.binary()).bytes;
    expect(new Set(first.map(({ totalBytes }) => totalBytes))).toEqual(new Set([total]));
    expect(first.at(-1)).toEqual({ loadedBytes: total, totalBytes: total });
    const loaded = first.map(({ loadedBytes }) => loadedBytes);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));

    const second = await load(other);
    const { weights: w, codes: c } = other.manifest.files;
    expect(second.at(-1)).toEqual({ loadedBytes: w.bytes + c.bytes, totalBytes: w.bytes + c.bytes });
  });

  it('asks for files by their hash, so that no cache mixes two versions', async () => {
    await session.load('glo', id);
    expect(server.requests).toContain(
      `models/${id}/weights.safetensors?sha256=${small.manifest.files.weights.sha256}`,
    );
  });

  it('leaves no tensors behind: none after drawing, none of checkpoints it has dropped', async () => {
    const ids = ['a', 'b', 'c'].map((name) => `glo-strokes-${name}`);
    ids.forEach((name) => publish(smallCheckpoint(name)));
    session = open({}, 1);
    await session.run('generate', id, grid);
    const { numTensors } = memory();
    await session.run('generate', id, grid);
    expect(memory().numTensors).toBe(numTensors);
    const unit = { layer: 'dense1', index: 0 } as const;
    for (const name of ids) {
      await session.run('generate', name, grid);
      await session.run('observe', name, { codes: reconstructions(small, [0]), unit });
    }
    await session.run('generate', ids[0], grid);
    expect(memory().numTensors).toBe(numTensors);
  });

  it('loads a dropped checkpoint again when it is asked to draw it', async () => {
    publish(smallCheckpoint('glo-strokes-other'));
    session = open({}, 1);
    const before = await session.run('generate', id, grid);
    await session.load('glo', 'glo-strokes-other');
    expect(await session.run('generate', id, grid)).toEqual(before);
    expect(asked().filter((path) => path.endsWith('manifest.json'))).toHaveLength(3);
  });
});

describe('an aborted request', () => {
  it('does not run when it is aborted while it waits its turn', async () => {
    await session.load('glo', id);
    const drawn: number[] = [];
    const counting = open({
      open: {
        ...adapter.open,
        async glo(manifest, file) {
          const generator = await adapter.open.glo(manifest, file);
          return {
            ...generator,
            generate: (batch) => {
              drawn.push((batch as CodeBatch).count);
              return generator.generate?.(batch) ?? Promise.reject(new Error('It draws nothing.'));
            },
          };
        },
      },
    });
    await counting.load('glo', id);
    const controller = new AbortController();
    const first = counting.run('generate', id, reconstructions(small, [1]));
    const second = counting.run('generate', id, reconstructions(small, [1, 2]), controller);
    const third = counting.run('generate', id, reconstructions(small, [1, 2, 3]));
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: 'EngineError', code: 'aborted' });
    await Promise.all([first, third]);
    expect(drawn).toEqual([1, 3]);
  });

  it('stops between the slices of a large batch', async () => {
    const controller = new AbortController();
    let slices = 0;
    const counting = open({
      open: {
        ...adapter.open,
        async glo(manifest, file) {
          const generator = await adapter.open.glo(manifest, file);
          return {
            ...generator,
            generate: (batch) => {
              if (++slices === 2) controller.abort();
              return generator.generate?.(batch) ?? Promise.reject(new Error('It draws nothing.'));
            },
          };
        },
      },
    });
    const many = reconstructions(
      small,
      Array.from({ length: 1_000 }, (_, i) => i % 10),
    );
    await expect(counting.run('generate', id, many, controller)).rejects.toMatchObject({ code: 'aborted' });
    expect(slices).toBe(2);
  });

  it('cancels a load that nobody else waits for', async () => {
    const controller = new AbortController();
    let closed = false;
    server.misbehaviour.set(`models/${id}/weights.safetensors`, (response) => {
      response.on('close', () => (closed = true));
      controller.abort();
    });
    await expect(session.load('glo', id, controller)).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(() => expect(closed).toBe(true));
    server.misbehaviour.clear();
    expect((await session.load('glo', id)).manifest.id).toBe(id);
  });
});

describe('a failure says what is wrong and what to do:', () => {
  it('a checkpoint that is not there', async () => {
    await expect(session.load('glo', 'glo-strokes-none')).rejects.toMatchObject({
      name: 'EngineError',
      code: 'checkpoint-missing',
      message:
        `Checkpoint "glo-strokes-none" has no manifest.json: ${server.url}models/glo-strokes-none/manifest.json answered 404. ` +
        'Choose another, or make it with npm run train -- glo-strokes-none.',
    });
  });

  it('a file of it that is not there; and the next load tries again', async () => {
    server.files.delete(`models/${id}/codes.safetensors`);
    await expect(session.load('glo', id)).rejects.toMatchObject({
      code: 'checkpoint-missing',
      message: expect.stringContaining(`Checkpoint "${id}" has no codes.safetensors: `) as string,
    });
    publish();
    expect((await session.load('glo', id)).manifest.id).toBe(id);
  });

  it('a file with one wrong byte', async () => {
    const bytes = Uint8Array.from(small.files.get('weights.safetensors') ?? []);
    bytes[bytes.length - 1] ^= 1;
    server.files.set(`models/${id}/weights.safetensors`, bytes);
    await expect(session.load('glo', id)).rejects.toMatchObject({
      code: 'wrong-hash',
      message: expect.stringMatching(
        new RegExp(
          `^weights.safetensors of checkpoint "${id}" is not the file its manifest describes: ` +
            `expected ${bytes.length} bytes with SHA-256 [0-9a-f]{12}…, got ${bytes.length} bytes with SHA-256 [0-9a-f]{12}…. ` +
            `Reload the page; if that does not help, make the checkpoint again with npm run train -- ${id} --force.$`,
        ),
      ) as string,
    });
  });

  it('a file of the wrong size, where the page may not compute hashes', async () => {
    vi.stubGlobal('crypto', {});
    expect((await session.load('glo', id)).manifest.id).toBe(id);
    server.files.set(`models/${id}/codes.safetensors`, new Uint8Array(7));
    await expect(open().load('glo', id)).rejects.toMatchObject({
      code: 'wrong-hash',
      message: expect.stringContaining(
        `expected ${small.manifest.files.codes.bytes} bytes with SHA-256 `,
      ) as string,
    });
    vi.unstubAllGlobals();
  });

  it('a manifest that breaks the contract', async () => {
    const manifest = JSON.stringify({ ...small.manifest, contractVersion: 99 });
    server.files.set(`models/${id}/manifest.json`, new TextEncoder().encode(manifest));
    await expect(session.load('glo', id)).rejects.toMatchObject({
      code: 'contract',
      message: expect.stringMatching(
        /manifest\.json does not follow the checkpoint contract:\n {2}contractVersion: /,
      ) as string,
    });
  });

  it.each([
    ['is not JSON', '<!doctype html>'],
    ['is the manifest of "glo-strokes-other"', JSON.stringify(smallCheckpoint('glo-strokes-other').manifest)],
  ])('a manifest that %s', async (problem, text) => {
    server.files.set(`models/${id}/manifest.json`, new TextEncoder().encode(text));
    await expect(session.load('glo', id)).rejects.toMatchObject({
      code: 'contract',
      message: `${server.url}models/${id}/manifest.json ${problem}. Make the checkpoint again with npm run train -- ${id} --force.`,
    });
  });

  it('a server that refuses', async () => {
    server.misbehaviour.set(`models/${id}/weights.safetensors`, (response) => response.writeHead(503).end());
    await expect(session.load('glo', id)).rejects.toMatchObject({
      code: 'network',
      message: expect.stringMatching(
        /weights\.safetensors\S* answered 503\. Try again in a moment\.$/,
      ) as string,
    });
  });

  it('a connection that breaks off in the middle; and the next load tries again', async () => {
    server.misbehaviour.set(`models/${id}/weights.safetensors`, (response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('half', () => response.destroy());
    });
    await expect(session.load('glo', id)).rejects.toMatchObject({ code: 'network' });
    server.misbehaviour.clear();
    expect((await session.load('glo', id)).manifest.id).toBe(id);
  });

  it('no server at all', async () => {
    await server.close();
    await expect(session.load('glo', id)).rejects.toMatchObject({
      code: 'network',
      message: expect.stringMatching(/^Could not load \S+\. Check the connection and try again\.$/) as string,
    });
  });

  it('a runtime that is not there; and the next load tries again', async () => {
    server.files.delete('tfjs.wasm');
    await expect(session.load('glo', id)).rejects.toMatchObject({
      code: 'network',
      message: `The model runtime is missing: ${server.url}tfjs.wasm answered 404. Build the site again.`,
    });
    adapter = nodeAdapter('tfjs', server);
    expect((await session.load('glo', id)).manifest.id).toBe(id);
  });

  it('a runtime that does not start', async () => {
    const broken = open({ start: () => Promise.reject(new Error('CompileError')) });
    await expect(broken.load('glo', id)).rejects.toMatchObject({
      code: 'no-webassembly',
      message:
        'This browser did not start the model runtime (CompileError). WebAssembly may be switched off: allow it for this site, or use another browser.',
    });
  });

  it('memory that the browser refuses', async () => {
    vi.spyOn(WebAssembly, 'Memory').mockImplementation(function () {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    });
    const broken = open({ start: () => Promise.reject(new Error('tfjs could not start')) });
    await expect(broken.load('glo', id)).rejects.toMatchObject({
      code: 'no-memory',
      message:
        'This browser refused the 16 MB of memory that the model runtime starts with. Close other tabs or programs, and try again.',
    });
    vi.restoreAllMocks();
  });

  it('a batch made for another checkpoint', async () => {
    await expect(session.run('generate', id, { ...grid, count: 3 })).rejects.toMatchObject({
      code: 'internal',
      message:
        'A batch of 3 needs 3 × 4 content and 3 × 3 class numbers; it has 400 and 300. Make it from the same checkpoint with codes.ts.',
    });
  });
});
