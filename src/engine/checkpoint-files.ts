/** The files of a checkpoint of any family: fetched, and held to its manifest. */
import type { Family, Manifest, ManifestOf } from '../contract/manifest.ts';
import type { FileEntry } from '../contract/parts.ts';
import type { Adapter } from './adapters/adapter.ts';
import type { Checkpoint, LoadProgress } from './api.ts';
import { ownNameOf, parseCheckpointKey } from './checkpoint-key.ts';
import { folderSource, type CheckpointSource } from './folder-files.ts';
import { encoderOf, snapshotOf } from './part-of-checkpoint.ts';
import { tables } from './tables.ts';

export interface FetchOptions {
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
  readonly networkFile: Adapter['networkFile'];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

export interface CheckpointFiles {
  readonly checkpoint: Checkpoint<Family>;
  readonly network: Uint8Array<ArrayBuffer>;
}

/**
 * `key`: see checkpoint-key.ts.
 * @throws EngineError, or ContractError when a file does not follow the contract.
 */
export async function fetchCheckpoint(key: string, options: FetchOptions): Promise<CheckpointFiles> {
  const { onProgress, networkFile } = options;
  const { id, epoch, isEncoder } = parseCheckpointKey(key);
  const source = await sourceOf(id, options);
  const whole = await source.readManifest();
  const manifest = isEncoder
    ? encoderOf(whole)
    : epoch === undefined
      ? whole
      : snapshotOf(whole, epoch, networkFile);

  const wanted = [networkOf(manifest, networkFile), ...tableFiles(manifest)];
  const totalBytes = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  const onBytes = (bytes: number): void => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
  onBytes(0);
  const [network, ...others] = await Promise.all(wanted.map((file) => source.readFile(file, onBytes)));
  return { checkpoint: { manifest, ...readTables(manifest, others) } as Checkpoint<Family>, network };
}

/** Few readers have checkpoints of their own: what reads them loads for these alone. */
async function sourceOf(id: string, options: FetchOptions): Promise<CheckpointSource> {
  const name = ownNameOf(id);
  if (name === undefined) return folderSource({ id, ...options });
  const { ownSource } = await import('./own-checkpoints.ts');
  return ownSource(name);
}

const networkOf = ({ files, onnx }: Manifest, networkFile: Adapter['networkFile']): FileEntry =>
  networkFile === 'onnx' ? onnx.file : files.weights;

/** One cast for the table: a manifest goes to the entry of its own family. */
const tablesOf = <Name extends Family>(manifest: ManifestOf<Name>) => tables[manifest.family];
const tableFiles = (manifest: Manifest): readonly FileEntry[] => tablesOf(manifest).files(manifest as never);
const readTables = (manifest: Manifest, files: readonly Uint8Array[]): object =>
  tablesOf(manifest).read(manifest as never, files);
