/** `index.json` of a folder of checkpoints, made from their manifests: nobody edits it. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCheckpointIndex, type CheckpointIndex } from '../../src/contract/checkpoint-index.ts';
import { checkpointFiles, indexFile } from '../../src/contract/ids.ts';
import type { Manifest } from '../../src/contract/manifest.ts';
import { ContractError } from '../../src/contract/parse.ts';
import { encodeJson } from '../export/encode-json.ts';
import { readManifest } from '../export/read-checkpoint.ts';
import { writeWhole } from './write-folder.ts';

/** Lists the checkpoints whose manifest follows the contract; one of another contract version is left out until it is made again. */
export async function indexOf(out: string): Promise<CheckpointIndex> {
  const manifests: Manifest[] = [];
  for (const name of await readdir(out)) {
    if (!existsSync(join(out, name, checkpointFiles.manifest))) continue;
    try {
      const manifest = await readManifest(join(out, name));
      if (manifest.id === name) manifests.push(manifest);
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
    }
  }
  return buildCheckpointIndex(manifests);
}

export async function writeIndex(out: string): Promise<void> {
  await writeWhole(join(out, indexFile), encodeJson(await indexOf(out)));
}
