/**
 * What a key names beside a whole checkpoint, as a manifest of its own: a run as it was after an earlier epoch, with its weights and,
 * of GLO, its codes and the images that it has codes of; or the encoder, whose weights take the place of the decoder's.
 */
import { withFirstImages } from '../contract/families/glo.ts';
import type { Manifest } from '../contract/manifest.ts';
import { snapshotEpochsOf } from '../contract/snapshots.ts';
import type { Adapter } from './adapters/adapter.ts';
import { EngineError } from './engine-error.ts';

/** @throws EngineError when the checkpoint does not keep that epoch, or the runtime cannot read it. */
export function snapshotOf(manifest: Manifest, epoch: number, networkFile: Adapter['networkFile']): Manifest {
  const found = findSnapshot(manifest, epoch);
  if (!found) {
    const kept = ('snapshots' in manifest && snapshotEpochsOf(manifest).join(', ')) || 'none';
    throw new EngineError(
      'checkpoint-missing',
      `Checkpoint "${manifest.id}" does not keep epoch ${epoch}; of the epochs before its last it keeps: ${kept}. Choose another.`,
    );
  }
  if (networkFile !== 'weights') {
    throw new EngineError(
      'internal',
      `Epoch ${epoch} of checkpoint "${manifest.id}" has weights alone, and this engine reads another file. Choose tfjs.`,
    );
  }
  return found;
}

function findSnapshot(manifest: Manifest, epoch: number): Manifest | undefined {
  if (manifest.family === 'gan') {
    const snapshot = manifest.snapshots?.epochs.find((each) => each.epoch === epoch);
    if (!snapshot) return undefined;
    return {
      ...manifest,
      training: { ...manifest.training, numEpochs: epoch },
      files: { ...manifest.files, weights: snapshot.weights },
    };
  }
  if (manifest.family !== 'glo') return undefined;
  const { snapshots } = manifest;
  const snapshot = snapshots?.epochs.find((each) => each.epoch === epoch);
  if (!snapshots || !snapshot) return undefined;
  const { weights, codes } = snapshot;
  return {
    ...manifest,
    dataset: withFirstImages(manifest.dataset, snapshots.numImages),
    training: { ...manifest.training, numEpochs: epoch },
    files: { ...manifest.files, weights, codes },
  };
}

/** @throws EngineError when the checkpoint has no encoder. */
export function encoderOf(manifest: Manifest): Manifest {
  if (!('encoder' in manifest.files)) {
    throw new EngineError(
      'internal',
      `Checkpoint "${manifest.id}" is of the family ${manifest.family}, which has no encoder. Choose another.`,
    );
  }
  const { files } = manifest;
  return { ...manifest, files: { ...files, weights: files.encoder } } as Manifest;
}
