import { expect, it } from 'vitest';
import {
  encoderKey,
  isSnapshotKey,
  ownKey,
  ownNameOf,
  parseCheckpointKey,
  snapshotKey,
} from '../../../../src/engine/checkpoint-key.ts';

it('a key names a checkpoint, a run as it was after an epoch, or an encoder', () => {
  const id = 'glo-mnist-lord-sigma0.3';
  expect(parseCheckpointKey(id)).toEqual({ id, epoch: undefined, isEncoder: false });
  expect(parseCheckpointKey(snapshotKey(id, 16))).toEqual({ id, epoch: 16, isEncoder: false });
  expect(parseCheckpointKey(encoderKey(id))).toEqual({ id, epoch: undefined, isEncoder: true });
  expect([id, snapshotKey(id, 1), encoderKey(id)].map(isSnapshotKey)).toEqual([false, true, false]);
});

it('a key names a checkpoint of the reader’s own, and parts of it', () => {
  const key = ownKey('glo-mnist-lord-sigma0.3');
  expect(ownNameOf(key)).toBe('glo-mnist-lord-sigma0.3');
  expect(ownNameOf(parseCheckpointKey(snapshotKey(key, 4)).id)).toBe('glo-mnist-lord-sigma0.3');
  expect(ownNameOf('glo-mnist-lord-sigma0.3')).toBeUndefined();
});
