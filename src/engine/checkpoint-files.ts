/** A checkpoint's files: fetched, held to their manifest, and parsed up to the network file, which is the adapter's. */
import { codeShapes } from '../contract/layouts.ts';
import { parseManifest } from '../contract/manifest.ts';
import { readTensors, requireTensors } from '../networks/tensors-file.ts';
import type { Adapter } from './adapters/adapter.ts';
import type { Checkpoint, LoadProgress } from './api.ts';
import { fetchChecked, fetchManifest } from './folder-files.ts';

export interface FetchOptions {
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
  readonly networkFile: Adapter['networkFile'];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

export interface CheckpointFiles {
  readonly checkpoint: Checkpoint;
  readonly network: Uint8Array<ArrayBuffer>;
}

/** @throws EngineError, or ContractError when a file does not follow the contract. */
export async function fetchCheckpoint(id: string, options: FetchOptions): Promise<CheckpointFiles> {
  const { signal, onProgress } = options;
  const folder = `${options.modelsUrl}${id}/`;
  const manifest = await fetchManifest({ id, folder, signal, parse: parseManifest });

  const wanted = [manifest.files[options.networkFile], manifest.files.codes];
  const totalBytes = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  const onBytes = (bytes: number): void => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
  onBytes(0);
  const [network, codes] = await Promise.all(
    wanted.map((file) => fetchChecked(file, { id, folder, signal, onBytes })),
  );

  const where = `${manifest.files.codes.path} of checkpoint "${id}"`;
  const { content_codes: contentCodes, class_codes: classCodes } = requireTensors(
    readTensors(codes, where),
    codeShapes(manifest),
    where,
  );
  return { checkpoint: { manifest, contentCodes, classCodes }, network };
}
