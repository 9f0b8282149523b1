/** `index.json` of a folder of checkpoints, made from their manifests: nobody edits it. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCheckpointIndex, type CheckpointIndex } from '../../src/contract/checkpoint-index.ts';
import { checkpointFiles } from '../../src/contract/ids.ts';
import type { GloManifest } from '../../src/contract/families/glo.ts';
import { ContractError } from '../../src/contract/parse.ts';
import { encodeJson } from '../export/encode-json.ts';
import { readManifest } from './read-checkpoint.ts';
import { writeWhole } from './write-folder.ts';

/** Lists the checkpoints whose manifest follows the contract; one of another contract version is left out until it is made again. */
export async function indexOf(modelsFolder: string): Promise<CheckpointIndex> {
  const manifests: GloManifest[] = [];
  for (const name of await readdir(modelsFolder)) {
    if (!existsSync(join(modelsFolder, name, checkpointFiles.manifest))) continue;
    try {
      const manifest = await readManifest(join(modelsFolder, name));
      if (manifest.id === name) manifests.push(manifest);
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
    }
  }
  return buildCheckpointIndex(manifests);
}

export async function writeIndex(modelsFolder: string): Promise<void> {
  await writeWhole(join(modelsFolder, 'index.json'), encodeJson(await indexOf(modelsFolder)));
}
