import { describe, expect, test } from 'vitest';
import type { GloManifest } from '../../../../src/contract/families/glo.ts';
import { filesOf, manifestSchema } from '../../../../src/contract/manifest.ts';
import { smallCheckpoint } from '../engine/small-checkpoint.ts';

describe('snapshots of a manifest', () => {
  const { manifest } = smallCheckpoint();
  const file = (path: string) => ({ path, bytes: 1, sha256: 'a'.repeat(64) });
  const snapshot = (epoch: number) => ({ epoch, weights: file(`w${epoch}`), codes: file(`c${epoch}`) });
  const withSnapshots = (epochs: readonly number[], numImages = 10): GloManifest => ({
    ...manifest,
    training: { ...manifest.training, numEpochs: 8 },
    snapshots: { numImages, epochs: epochs.map(snapshot) },
  });
  const problems = (value: GloManifest) =>
    manifestSchema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

  test('may be missing; their files are files of the checkpoint', () => {
    expect(problems(manifest)).toBeUndefined();
    expect(problems(withSnapshots([1, 2, 7]))).toBeUndefined();
    const paths = filesOf(withSnapshots([1, 2])).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['w1', 'c1', 'w2', 'c2']));
    expect(paths).toHaveLength(filesOf(manifest).length + 4);
  });

  test('are in ascending order and before the last epoch', () => {
    expect(problems(withSnapshots([2, 2]))).toEqual([
      'snapshots.epochs.1.epoch: epoch 2 comes after epoch 2 of a run of 8 epochs: snapshots are in ascending order and before the last',
    ]);
    expect(problems(withSnapshots([1, 8]))).toEqual([
      'snapshots.epochs.1.epoch: epoch 8 comes after epoch 1 of a run of 8 epochs: snapshots are in ascending order and before the last',
    ]);
  });

  test('hold codes of no more images than the checkpoint', () => {
    expect(problems(withSnapshots([1], 11))).toEqual([
      'snapshots.numImages: snapshots hold codes of 11 images, and the checkpoint of 10',
    ]);
  });
});
