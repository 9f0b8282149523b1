/** Writes a built checkpoint under its id, as a worker does. */
import { join } from 'node:path';
import type { CheckpointFolder } from '../../training/methods/method.ts';
import { writeFolder } from '../../training/store/write-folder.ts';

export const writeCheckpoint = (out: string, { manifest, files }: CheckpointFolder): Promise<void> =>
  writeFolder(join(out, manifest.id), files);
