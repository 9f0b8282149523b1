/**
 * What a figure draws from, as one text: the id of a checkpoint, or `<id>@<epoch>` for that run as it was after an earlier epoch,
 * where the checkpoint keeps it (`snapshots` in its manifest). An id holds no `@`.
 */
export interface CheckpointKey {
  readonly id: string;
  /** Of a snapshot; undefined for the finished run. */
  readonly epoch: number | undefined;
}

export const snapshotKey = (id: string, epoch: number): string => `${id}@${epoch}`;

export function parseCheckpointKey(key: string): CheckpointKey {
  const at = key.indexOf('@');
  return at < 0 ? { id: key, epoch: undefined } : { id: key.slice(0, at), epoch: Number(key.slice(at + 1)) };
}

export const isSnapshotKey = (key: string): boolean => parseCheckpointKey(key).epoch !== undefined;
