/** Where the committed checkpoints are, and their index; without it nothing can be tested, and the error says what to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCheckpointIndex, type CheckpointIndex } from '../../src/contract/checkpoint-index.ts';

export const modelsFolder = 'public/models';

export function readIndex(): CheckpointIndex {
  const path = join(modelsFolder, 'index.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`There is no ${path}: the checkpoints are missing. Make them with npm run train:all.`, {
      cause,
    });
  }
  return parseCheckpointIndex(JSON.parse(text), path);
}
