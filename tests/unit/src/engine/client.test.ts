import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../../src/engine/adapters/adapter.ts';
import type { Engine, LoadProgress } from '../../../../src/engine/api.ts';
import { createClient, type EngineWorker } from '../../../../src/engine/client.ts';
import { reconstructions } from '../../../../src/networks/generator/codes.ts';
import { serve } from '../../../../src/engine/server.ts';
import { createSession } from '../../../../src/engine/session.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';
import { smallCheckpoint } from './small-checkpoint.ts';
import { smallJudge } from '../../../support/small-judge.ts';

const small = smallCheckpoint();
const { id } = small.manifest;
const pair = reconstructions(small, [0, 1]);

/** A session behind a MessageChannel: the messages are cloned and transferred as between a page and its worker. */
class ChannelWorker implements EngineWorker {
  onmessage: EngineWorker['onmessage'] = null;
  onerror: EngineWorker['onerror'] = null;
  terminated = false;
  readonly #channel = new MessageChannel();

  constructor(server: FileServer, adapter = nodeAdapter('tfjs', server)) {
    const { port1, port2 } = this.#channel;
    serve(port2, (modelsUrl) => createSession({ adapter, modelsUrl }));
    port1.onmessage = (event) => this.onmessage?.(event);
  }

  postMessage(message: unknown, transfer: Transferable[]): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
  }
}

const clientWith = (startWorker: () => EngineWorker): Engine =>
  createClient({ kind: 'tfjs', modelsUrl: `${server.url}models/`, startWorker });

let server: FileServer;
let workers: ChannelWorker[];
let engine: Engine;

beforeEach(async () => {
  server = await serveFiles();
  for (const [path, bytes] of small.files) server.files.set(`models/${id}/${path}`, bytes);
  workers = [];
  engine = clientWith(() => {
    const worker = new ChannelWorker(server);
    workers.push(worker);
    return worker;
  });
});
afterEach(async () => {
  engine.dispose();
  await server.close();
});

describe('the client of an engine worker', () => {
  it('starts one worker, with the first request', async () => {
    expect(workers).toHaveLength(0);
    await Promise.all([engine.load('glo', id), engine.load('glo', id)]);
    expect(workers).toHaveLength(1);
  });

  it('brings checkpoints and progress across', async () => {
    const heard: LoadProgress[] = [];
    const checkpoint = await engine.load('glo', id, { onProgress: (progress) => heard.push(progress) });
    expect(checkpoint.manifest).toEqual(small.manifest);
    expect(checkpoint.contentCodes).toEqual(small.contentCodes);
    expect(heard.at(-1)?.loadedBytes).toBe(heard.at(-1)?.totalBytes);
  });

  it('brings images across, and leaves the batch to the figure', async () => {
    const images = await engine.generate(id, pair);
    expect(images).toHaveLength(2 * 784);
    expect(pair.contentCodes).toHaveLength(2 * small.manifest.model.contentDim);
    expect(await engine.generate(id, pair)).toEqual(images);
  });

  it('brings readings across, and leaves the images to the figure', async () => {
    const judge = await smallJudge();
    for (const [path, bytes] of judge.files) server.files.set(`models/${judge.manifest.id}/${path}`, bytes);
    const { images } = judge.golden;
    const readings = await engine.classify(judge.manifest.id, images);
    expect(readings).toHaveLength(images.length / 784);
    expect(await engine.classify(judge.manifest.id, images)).toEqual(readings);
  });

  it('brings errors across as EngineErrors', async () => {
    await expect(engine.load('glo', 'glo-strokes-none')).rejects.toMatchObject({
      name: 'EngineError',
      code: 'checkpoint-missing',
      message: expect.stringContaining('answered 404') as string,
    });
  });

  it('rejects an aborted request at once, and the worker drops it', async () => {
    await engine.load('glo', id);
    const controller = new AbortController();
    const many = reconstructions(
      small,
      Array.from({ length: 5_000 }, (_, i) => i % 10),
    );
    const received: unknown[] = [];
    const overtaken = engine.generate(id, many, controller);
    const next = engine.generate(id, pair);
    const deliver = workers[0].onmessage;
    workers[0].onmessage = (event) => {
      received.push((event.data as { type: string }).type);
      deliver?.(event);
    };
    controller.abort();
    await expect(overtaken).rejects.toMatchObject({ code: 'aborted' });
    expect(received).toEqual([]);
    await next;
    expect(received.sort()).toEqual(['done', 'failed']);
    await expect(engine.generate(id, pair, controller)).rejects.toMatchObject({ code: 'aborted' });
  });

  it('fails everything under way when the worker breaks down, and starts another for the next request', async () => {
    const loading = engine.load('glo', id);
    workers[0].onerror?.(Object.assign(new Event('error', { cancelable: true })) as ErrorEvent);
    await expect(loading).rejects.toMatchObject({
      code: 'network',
      message: 'The engine could not be loaded. Check the connection and try again.',
    });
    expect(workers[0].terminated).toBe(true);
    expect((await engine.load('glo', id)).manifest.id).toBe(id);
    expect(workers).toHaveLength(2);
  });

  it('does the same when only the beginning of the worker came, which says so', async () => {
    const loading = engine.load('glo', id);
    workers[0].onmessage?.(new MessageEvent('message', { data: { type: 'not-loaded' } }));
    await expect(loading).rejects.toMatchObject({
      code: 'network',
      message: 'The engine could not be loaded. Check the connection and try again.',
    });
    expect(workers[0].terminated).toBe(true);
    expect((await engine.load('glo', id)).manifest.id).toBe(id);
    expect(workers).toHaveLength(2);
  });

  it('tells a crash from a program that did not load', async () => {
    const loading = engine.load('glo', id);
    workers[0].onerror?.(Object.assign(new Event('error'), { message: 'out of memory' }) as ErrorEvent);
    await expect(loading).rejects.toMatchObject({
      code: 'internal',
      message: 'The engine stopped (out of memory). Reload the page.',
    });
  });

  it('says so where there is no WebAssembly, without starting a worker', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    await expect(engine.load('glo', id)).rejects.toMatchObject({
      code: 'no-webassembly',
      message:
        'The models run on WebAssembly, which this browser lacks or has switched off. Allow it for this site, or use another browser.',
    });
    vi.unstubAllGlobals();
    expect(workers).toHaveLength(0);
  });

  it('tries a runtime that did not start once more in a fresh worker', async () => {
    const started: ChannelWorker[] = [];
    const working = nodeAdapter('tfjs', server);
    const broken: Adapter = { ...working, start: () => Promise.reject(new Error('CompileError')) };
    const retried = clientWith(() => {
      const worker = new ChannelWorker(server, started.length === 0 ? broken : working);
      started.push(worker);
      return worker;
    });
    const both = await Promise.allSettled([retried.load('glo', id), retried.load('glo', id)]);
    expect(both).toMatchObject([1, 2].map(() => ({ reason: { code: 'no-webassembly' } })));
    expect((await retried.load('glo', id)).manifest.id).toBe(id);
    expect(started.map(({ terminated }) => terminated)).toEqual([true, false]);
    retried.dispose();
  });

  it('stays silent once disposed of', async () => {
    const loading = engine.load('glo', id);
    engine.dispose();
    await expect(loading).rejects.toMatchObject({ code: 'aborted' });
    await expect(engine.load('glo', id)).rejects.toMatchObject({ code: 'aborted' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });
});
