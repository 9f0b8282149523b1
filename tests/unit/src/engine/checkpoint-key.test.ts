import { expect, it } from 'vitest';
import { isSnapshotKey, parseCheckpointKey, snapshotKey } from '../../../../src/engine/checkpoint-key.ts';

it('a key names a checkpoint, or a run as it was after an epoch', () => {
  const id = 'glo-mnist-lord-sigma0.3';
  expect(parseCheckpointKey(id)).toEqual({ id, epoch: undefined });
  expect(parseCheckpointKey(snapshotKey(id, 16))).toEqual({ id, epoch: 16 });
  expect([isSnapshotKey(id), isSnapshotKey(snapshotKey(id, 1))]).toEqual([false, true]);
});
