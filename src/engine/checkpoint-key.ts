/**
 * What a figure computes with, as one text: the id of a checkpoint; `<id>@<epoch>` for that run as it was after an earlier epoch, where the
 * checkpoint keeps it (`snapshots` in its manifest); `<id>@encoder` for the encoder of a model that has one, whose id alone stands for the
 * decoder, since most figures draw and never encode. An id holds no `@`. In place of the id stands `own:<name>` for a checkpoint that the
 * reader keeps in the browser (own-checkpoints.ts).
 */
export interface CheckpointKey {
  readonly id: string;
  /** Of a snapshot; undefined for the finished run. */
  readonly epoch: number | undefined;
  readonly isEncoder: boolean;
}

export const snapshotKey = (id: string, epoch: number): string => `${id}@${epoch}`;
export const encoderKey = (id: string): string => `${id}@encoder`;

const ownPrefix = 'own:';
export const ownKey = (name: string): string => ownPrefix + name;

/** The name behind `own:` in an id; undefined for a checkpoint of the site. */
export const ownNameOf = (id: string): string | undefined =>
  id.startsWith(ownPrefix) ? id.slice(ownPrefix.length) : undefined;

export function parseCheckpointKey(key: string): CheckpointKey {
  const at = key.indexOf('@');
  if (at < 0) return { id: key, epoch: undefined, isEncoder: false };
  const [id, part] = [key.slice(0, at), key.slice(at + 1)];
  const isEncoder = part === 'encoder';
  return { id, epoch: isEncoder ? undefined : Number(part), isEncoder };
}

export const isSnapshotKey = (key: string): boolean => parseCheckpointKey(key).epoch !== undefined;
