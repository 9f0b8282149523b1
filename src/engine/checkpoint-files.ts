/** A checkpoint's files: fetched, held to their manifest, and parsed up to the network file, which is the adapter's. */
import { type GloManifest, codeShapes, snapshotEpochsOf, withFirstImages } from '../contract/families/glo.ts';
import { parseManifest } from '../contract/manifest.ts';
import { readTensors, requireTensors } from '../networks/tensors-file.ts';
import type { Adapter } from './adapters/adapter.ts';
import { EngineError, type Checkpoint, type LoadProgress } from './api.ts';
import { parseCheckpointKey } from './checkpoint-key.ts';
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

/**
 * `key`: see checkpoint-key.ts.
 * @throws EngineError, or ContractError when a file does not follow the contract.
 */
export async function fetchCheckpoint(key: string, options: FetchOptions): Promise<CheckpointFiles> {
  const { signal, onProgress, networkFile } = options;
  const { id, epoch } = parseCheckpointKey(key);
  const folder = `${options.modelsUrl}${id}/`;
  const whole = await fetchManifest({ id, folder, signal, parse: parseManifest });
  const manifest = epoch === undefined ? whole : snapshotOf(whole, epoch, networkFile);

  const wanted = [manifest.files[networkFile], manifest.files.codes];
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

/** The manifest of a run as if it had ended after that epoch: its weights and codes, and the images that it has codes of. */
function snapshotOf(manifest: GloManifest, epoch: number, networkFile: Adapter['networkFile']): GloManifest {
  const { id, dataset, training, files, snapshots } = manifest;
  const snapshot = snapshots?.epochs.find((each) => each.epoch === epoch);
  if (!snapshots || !snapshot) {
    const kept = snapshotEpochsOf(manifest).join(', ') || 'none';
    throw new EngineError(
      'checkpoint-missing',
      `Checkpoint "${id}" does not keep epoch ${epoch}; of the epochs before its last it keeps: ${kept}. Choose another.`,
    );
  }
  if (networkFile !== 'weights') {
    throw new EngineError(
      'internal',
      `Epoch ${epoch} of checkpoint "${id}" has weights alone, and this engine reads another file. Choose tfjs.`,
    );
  }
  const { weights, codes } = snapshot;
  return {
    ...manifest,
    dataset: withFirstImages(dataset, snapshots.numImages),
    training: { ...training, numEpochs: epoch },
    files: { ...files, weights, codes },
  };
}
