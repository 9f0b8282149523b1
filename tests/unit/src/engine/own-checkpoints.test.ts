import { beforeEach, describe, expect, it, vi } from 'vitest';
import { filesOf } from '../../../../src/contract/manifest.ts';
import { ownKey } from '../../../../src/engine/checkpoint-key.ts';
import {
  keepOwnCheckpoint,
  listOwnCheckpoints,
  readOwnFile,
  removeOwnCheckpoint,
} from '../../../../src/engine/own-checkpoints.ts';
import { createSession } from '../../../../src/engine/session.ts';
import { reconstructions } from '../../../../src/networks/generator/codes.ts';
import { serveFiles } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';
import { smallCheckpoint } from './small-checkpoint.ts';

const database = vi.hoisted(() => ({
  entries: new Map<string, unknown>(),
  refuses: undefined as Error | undefined,
}));
vi.mock('idb-keyval', () => {
  const inOrder =
    <Args extends unknown[], T>(work: (...args: Args) => T) =>
    async (...args: Args): Promise<T> => {
      if (database.refuses) throw database.refuses;
      return Promise.resolve(structuredClone(work(...args)));
    };
  const { entries } = database;
  return {
    createStore: () => undefined,
    get: inOrder((key: string) => entries.get(key)),
    getMany: inOrder((wanted: string[]) => wanted.map((key) => entries.get(key))),
    keys: inOrder(() => [...entries.keys()]),
    setMany: inOrder((added: [string, unknown][]) => {
      for (const [key, value] of added) entries.set(key, structuredClone(value));
    }),
    delMany: inOrder((removed: string[]) => {
      for (const key of removed) entries.delete(key);
    }),
  };
});

/** The folder as `npm run train` writes it: the graph is not in it. */
function wholeFolder(checkpoint = smallCheckpoint()): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>(checkpoint.files);
  files.delete('generator.onnx');
  for (const { path } of filesOf(checkpoint.manifest)) files.set(path, files.get(path) ?? new Uint8Array(1));
  return files;
}
const small = smallCheckpoint();
const { id } = small.manifest;

beforeEach(() => {
  database.entries.clear();
  database.refuses = undefined;
});

describe('a checkpoint of the reader’s own', () => {
  it('is kept under its id and listed, with its size', async () => {
    const own = await keepOwnCheckpoint(wholeFolder());
    expect(own).toMatchObject({ name: id, key: `own:${id}`, manifest: { id, family: 'glo' } });
    expect(own.bytes).toBe(filesOf(small.manifest).reduce((sum, { bytes }) => sum + bytes, 0));
    expect(await listOwnCheckpoints()).toEqual([own]);
    expect(await readOwnFile(id, 'weights.safetensors')).toEqual(small.files.get('weights.safetensors'));
  });

  it('is kept once, and another with its id under another name', async () => {
    const files = wholeFolder();
    await keepOwnCheckpoint(files);
    expect((await keepOwnCheckpoint(files)).name).toBe(id);
    const other = { ...small.manifest, title: 'another' };
    files.set('manifest.json', new TextEncoder().encode(JSON.stringify(other)));
    expect((await keepOwnCheckpoint(files)).name).toBe(`${id}-2`);
    expect((await listOwnCheckpoints()).map(({ name }) => name)).toEqual([id, `${id}-2`]);
  });

  it('goes with all its files, and leaves one whose name begins alike', async () => {
    const checkpoint = smallCheckpoint('glo-strokes-removed');
    const files = wholeFolder(checkpoint);
    const { name } = await keepOwnCheckpoint(files);
    const other = { ...checkpoint.manifest, title: 'another' };
    files.set('manifest.json', new TextEncoder().encode(JSON.stringify(other)));
    await keepOwnCheckpoint(files);
    await removeOwnCheckpoint(name);
    expect((await listOwnCheckpoints()).map((own) => own.name)).toEqual([`${name}-2`]);
    expect(await readOwnFile(name, 'weights.safetensors')).toBeUndefined();
    expect(await readOwnFile(`${name}-2`, 'weights.safetensors')).toBeDefined();
  });

  it('does not take the name of one that was removed, which the engine may have open', async () => {
    const files = wholeFolder(smallCheckpoint('glo-strokes-again'));
    await removeOwnCheckpoint((await keepOwnCheckpoint(files)).name);
    expect((await keepOwnCheckpoint(files)).name).toBe('glo-strokes-again-2');
  });

  it('keeps its graph where it has one, and nothing that its manifest does not name', async () => {
    const graph = small.files.get('generator.onnx') ?? new Uint8Array();
    const files = wholeFolder().set('generator.onnx', graph).set('notes.txt', Uint8Array.of(1));
    await keepOwnCheckpoint(files);
    expect(await readOwnFile(id, 'generator.onnx')).toEqual(graph);
    expect(await readOwnFile(id, 'notes.txt')).toBeUndefined();
  });
});

describe('what was measured on it', () => {
  const { dataset, model, training } = small.manifest;
  const metricsOf = (run: string) =>
    new TextEncoder().encode(
      JSON.stringify({
        family: 'glo',
        group: 'strokes',
        dataset: { name: dataset.name, numTrainingImages: dataset.numTrainingImages },
        model: { classDim: model.classDim, contentDim: model.contentDim },
        training,
        contractVersion: small.manifest.contractVersion,
        id: run,
        title: run,
        shipped: false,
        metrics: { 'swap.accuracy': { value: 0.75, n: 90 } },
        provenance: { command: 'npm test', codeVersion: '0', evaluationVersion: '0' },
      }),
    );

  it('is kept as numbers where its folder says so, also for one that came without before', async () => {
    expect((await keepOwnCheckpoint(wholeFolder())).measured).toBeUndefined();
    await keepOwnCheckpoint(wholeFolder().set('metrics.json', metricsOf(id)));
    expect(await listOwnCheckpoints()).toMatchObject([{ name: id, measured: { 'swap.accuracy': 0.75 } }]);
  });

  it('is refused where it is of another run, or outside the contract', async () => {
    const keep = (metrics: Uint8Array) => keepOwnCheckpoint(wholeFolder().set('metrics.json', metrics));
    await expect(keep(metricsOf('glo-strokes-other'))).rejects.toThrow(
      `metrics.json is of glo-strokes-other, and manifest.json of ${id}. Copy the whole checkpoint again, or leave metrics.json out.`,
    );
    await expect(keep(new TextEncoder().encode('{'))).rejects.toThrow('metrics.json is not JSON');
    await expect(keep(new TextEncoder().encode('{}'))).rejects.toThrow(/^metrics\.json does not follow/);
    expect(await listOwnCheckpoints()).toEqual([]);
  });
});

describe('what is refused', () => {
  const refused = async (change: (files: Map<string, Uint8Array>) => void): Promise<string> => {
    const files = wholeFolder();
    change(files);
    const message = await keepOwnCheckpoint(files).then(
      () => 'it was kept',
      (error: unknown) => (error as Error).message,
    );
    expect(await listOwnCheckpoints()).toEqual([]);
    return message;
  };
  const withManifest = (manifest: object) => (files: Map<string, Uint8Array>) =>
    files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));

  it('is no manifest', async () => {
    expect(await refused((files) => files.delete('manifest.json'))).toBe(
      'There is no manifest.json among the files, so this is no checkpoint. Take the whole folder that npm run train writes, or a zip of it.',
    );
    expect(await refused((files) => files.set('manifest.json', Uint8Array.of(0xff, 1)))).toBe(
      'manifest.json is not JSON. Copy or export the whole checkpoint again.',
    );
  });

  it('is a manifest outside the contract, by its field', async () => {
    const model = { ...small.manifest.model, contentDim: 'four' };
    expect(await refused(withManifest({ ...small.manifest, model }))).toBe(
      [
        'manifest.json does not follow the checkpoint contract:',
        '  model.contentDim: Invalid input: expected number, received string',
        'Make it again with npm run train -- <id> --force.',
      ].join('\n'),
    );
  });

  it('is a file of another version, and one that is missing', async () => {
    const message = await refused((files) => {
      const weights = Uint8Array.from(files.get('weights.safetensors') ?? []);
      weights[weights.length - 1] ^= 1;
      files.set('weights.safetensors', weights);
      files.delete('codes.safetensors');
      files.set('generator.onnx', new Uint8Array(3));
    });
    const { weights } = small.manifest.files;
    const hash = weights.sha256.slice(0, 12);
    expect(message.replace(/got (\d+) bytes with SHA-256 \w{12}…/g, 'got $1 bytes')).toBe(
      [
        'These files are not those that manifest.json describes:',
        `  weights.safetensors: expected ${weights.bytes} bytes with SHA-256 ${hash}…, got ${weights.bytes} bytes`,
        '  codes.safetensors: missing',
        `  generator.onnx: expected ${small.manifest.onnx.file.bytes} bytes with SHA-256 ${small.manifest.onnx.file.sha256.slice(0, 12)}…, got 3 bytes`,
        'They may be of two versions. Copy or export the whole checkpoint again.',
      ].join('\n'),
    );
  });

  it('is anything at all where the browser keeps nothing', async () => {
    database.refuses = new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    await expect(keepOwnCheckpoint(wholeFolder())).rejects.toThrow(
      'This browser does not keep checkpoints (The quota has been exceeded.). Let this site store data, or make room, and try again.',
    );
  });
});

describe('the engine', () => {
  it('opens a checkpoint of the reader’s own by its key, without the server', async () => {
    const server = await serveFiles();
    const session = createSession({
      adapter: nodeAdapter('tfjs', server),
      modelsUrl: `${server.url}models/`,
    });
    const { key } = await keepOwnCheckpoint(wholeFolder());
    const checkpoint = await session.load('glo', key);
    expect(checkpoint.manifest).toEqual(small.manifest);
    const images = await session.run('generate', key, reconstructions(checkpoint, [0, 1]));
    expect(images).toHaveLength(2 * 784);
    expect(server.requests.filter((path) => path.startsWith('models/'))).toEqual([]);
    await server.close();
  });

  it('says what is not kept, and which engine draws without a graph', async () => {
    const server = await serveFiles();
    const modelsUrl = `${server.url}models/`;
    await keepOwnCheckpoint(wholeFolder());
    const open = (kind: 'tfjs' | 'onnx', name: string) =>
      createSession({ adapter: nodeAdapter(kind, server), modelsUrl }).load('glo', ownKey(name));
    await expect(open('tfjs', 'glo-strokes-lost')).rejects.toMatchObject({
      code: 'checkpoint-missing',
      message:
        'This browser keeps no checkpoint of yours with the name "glo-strokes-lost". Choose another, or drop it again on the page of the engine room.',
    });
    await expect(open('onnx', id)).rejects.toMatchObject({
      code: 'checkpoint-missing',
      message: `Your checkpoint "${id}" came without generator.onnx. Choose tfjs, which draws from its weights.`,
    });
    database.entries.delete(`${id}/codes.safetensors`);
    await expect(open('tfjs', id)).rejects.toMatchObject({
      message: `Your checkpoint "${id}" came without codes.safetensors. Drop its whole folder again on the page of the engine room.`,
    });
    await server.close();
  });
});
