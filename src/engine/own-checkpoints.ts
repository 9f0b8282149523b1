/**
 * The reader's own checkpoints, in this browser's IndexedDB: kept once every file is what its manifest describes, each under a name that is
 * its id where that is free. The engine opens them by their key. Not here: how files come out of a folder or a zip.
 */
import { createStore, delMany, get, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import { checkpointFiles } from '../contract/ids.ts';
import { filesOf, parseManifest, type Manifest } from '../contract/manifest.ts';
import { parseRunMetrics } from '../contract/metrics.ts';
import { ownKey } from './checkpoint-key.ts';
import { EngineError } from './engine-error.ts';
import { reasonOf } from './errors.ts';
import { mismatch } from './file-check.ts';
import type { CheckpointSource } from './folder-files.ts';
import { tellOwnModels, type KeptModel, type Measured } from './own-models.ts';

/** Its manifest is as it was when it was kept; the engine parses it again. */
export interface OwnCheckpoint extends KeptModel {
  /** For the engine (checkpoint-key.ts). */
  readonly key: string;
  /** Of all its files. */
  readonly bytes: number;
}

type FileBytes = Uint8Array<ArrayBuffer>;

/** Beside each record, under its name, lie its files, under `<name>/<path>`. */
type StoredCheckpoint = Omit<OwnCheckpoint, 'name' | 'key'>;

/** The engine may have one open under its name until the page is left. */
const removed = new Set<string>();

let opened: UseStore | undefined;
const store = (): UseStore => (opened ??= createStore('glo-own-checkpoints', 'files'));

const fileKey = (name: string, path: string): string => `${name}/${path}`;
const isRecord = (key: string): boolean => !key.includes('/');

const ownOf = (name: string, record: StoredCheckpoint): OwnCheckpoint => ({
  name,
  key: ownKey(name),
  ...record,
});

/**
 * `files`: by their paths in the checkpoint's folder; those that the manifest does not name are left out, and the ONNX graph, which is made
 * from the weights, may be missing. So may `metrics.json`, which only a measured run has. The same checkpoint twice is kept once, as it came
 * last.
 * @throws ContractError when manifest or metrics do not follow the contract; EngineError when a file is not the one that the manifest describes,
 *   or the browser does not keep it.
 */
export async function keepOwnCheckpoint(files: ReadonlyMap<string, Uint8Array>): Promise<OwnCheckpoint> {
  const manifest = manifestIn(files);
  const kept = await checkedFiles(manifest, files);
  const measured = measuredIn(manifest, files);
  return storing(async () => {
    const text = JSON.stringify(manifest);
    const others = await listOwnCheckpoints();
    const same = others.find((other) => JSON.stringify(other.manifest) === text);
    const taken = new Set([...removed, ...others.map((other) => other.name)]);
    const name = same?.name ?? freeName(manifest.id, taken);
    const bytes = kept.reduce((sum, [, { length }]) => sum + length, 0);
    const record = { manifest, bytes, ...(measured && { measured }) };
    await setMany(
      [[name, record], ...kept.map(([path, bytes]): [string, FileBytes] => [fileKey(name, path), bytes])],
      store(),
    );
    await listOwnCheckpoints();
    return ownOf(name, record);
  });
}

/** By name; tells them to the figures (own-models.ts). @throws EngineError when the browser keeps nothing for this site. */
export const listOwnCheckpoints = (): Promise<readonly OwnCheckpoint[]> =>
  storing(async () => {
    const names = (await keys<string>(store())).filter(isRecord);
    const records = await getMany<StoredCheckpoint>(names, store());
    const all = names.flatMap((name, i) => {
      const record = records[i];
      return record ? [ownOf(name, record)] : []; // removed meanwhile, in another tab
    });
    tellOwnModels(all);
    return all;
  });

export const removeOwnCheckpoint = (name: string): Promise<void> =>
  storing(async () => {
    const all = await keys<string>(store());
    await delMany(
      all.filter((key) => key === name || key.startsWith(fileKey(name, ''))),
      store(),
    );
    removed.add(name);
    await listOwnCheckpoints();
  });

/** `path`: in the checkpoint's folder. Undefined where it is not kept. */
export const readOwnFile = (name: string, path: string): Promise<FileBytes | undefined> =>
  storing(() => get<FileBytes>(fileKey(name, path), store()));

/** For the engine. Its files were held to the manifest when they were kept. */
export const ownSource = (name: string): CheckpointSource => ({
  async readManifest() {
    const record = await storing(() => get<StoredCheckpoint>(name, store()));
    if (record) return parseManifest(record.manifest, `The manifest of your checkpoint "${name}"`);
    throw new EngineError(
      'checkpoint-missing',
      `This browser keeps no checkpoint of yours with the name "${name}". Choose another, or drop it again on the page of the engine room.`,
    );
  },
  async readFile({ path }, onBytes) {
    const bytes = await readOwnFile(name, path);
    if (bytes) {
      onBytes(bytes.length);
      return bytes;
    }
    throw new EngineError(
      'checkpoint-missing',
      `Your checkpoint "${name}" came without ${path}. ` +
        (path.endsWith('.onnx')
          ? 'Choose tfjs, which draws from its weights.'
          : 'Drop its whole folder again on the page of the engine room.'),
    );
  },
});

function manifestIn(files: ReadonlyMap<string, Uint8Array>): Manifest {
  const path = checkpointFiles.manifest;
  const bytes = files.get(path);
  if (!bytes) {
    throw new EngineError(
      'contract',
      `There is no ${path} among the files, so this is no checkpoint. Take the whole folder that npm run train writes, or a zip of it.`,
    );
  }
  return parseManifest(jsonOf(path, bytes), path);
}

/** The numbers alone: how many images each is of is not shown. */
function measuredIn(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Measured | undefined {
  const path = checkpointFiles.metrics;
  const bytes = files.get(path);
  if (!bytes) return undefined;
  const { id, metrics } = parseRunMetrics(jsonOf(path, bytes), path);
  if (id !== manifest.id) {
    throw new EngineError(
      'contract',
      `${path} is of ${id}, and ${checkpointFiles.manifest} of ${manifest.id}. Copy the whole checkpoint again, or leave ${path} out.`,
    );
  }
  return Object.fromEntries(Object.entries(metrics).map(([name, { value }]) => [name, value]));
}

function jsonOf(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new EngineError('contract', `${path} is not JSON. Copy or export the whole checkpoint again.`);
  }
}

async function checkedFiles(
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly (readonly [string, FileBytes])[]> {
  const kept: [string, FileBytes][] = [];
  const problems: string[] = [];
  const graph = manifest.onnx.file;
  for (const file of [...filesOf(manifest), ...(files.has(graph.path) ? [graph] : [])]) {
    const bytes = files.get(file.path);
    const problem = bytes ? await mismatch(file, Uint8Array.from(bytes)) : 'missing';
    if (problem !== undefined) problems.push(`  ${file.path}: ${problem}`);
    else if (bytes) kept.push([file.path, Uint8Array.from(bytes)]);
  }
  if (problems.length === 0) return kept;
  throw new EngineError(
    'wrong-hash',
    [
      `These files are not those that ${checkpointFiles.manifest} describes:`,
      ...problems,
      'They may be of two versions. Copy or export the whole checkpoint again.',
    ].join('\n'),
  );
}

function freeName(id: string, taken: ReadonlySet<string>): string {
  let name = id;
  for (let i = 2; taken.has(name); i++) name = `${id}-${i}`;
  return name;
}

async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw new EngineError(
      'internal',
      `This browser does not keep checkpoints (${reasonOf(error)}). Let this site store data, or make room, and try again.`,
    );
  }
}
