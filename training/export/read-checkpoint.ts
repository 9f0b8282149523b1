/** Is a checkpoint folder whole? Reads and hashes; runs no model. */
import { join } from 'node:path';
import { checkpointFiles } from '../../src/contract/ids.ts';
import {
  filesOf,
  parseManifest,
  parseManifestOf,
  type Family,
  type Manifest,
  type ManifestOf,
} from '../../src/contract/manifest.ts';
import { checkFiles, readJson } from './read-files.ts';

/** @throws ContractError, or the file system's error when there is no manifest. */
export const readManifest = (folder: string): Promise<Manifest> =>
  readJson(join(folder, checkpointFiles.manifest), parseManifest);

/** The manifest of a folder whose every file is there with the right bytes. @throws ContractError */
export async function checkCheckpoint(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await checkFiles(folder, filesOf(manifest));
  return manifest;
}

/** The same where only one family will do. @throws ContractError */
export async function checkCheckpointOf<Name extends Family>(
  family: Name,
  folder: string,
): Promise<ManifestOf<Name>> {
  const manifest = await readJson(join(folder, checkpointFiles.manifest), parseManifestOf(family));
  await checkFiles(folder, filesOf(manifest));
  return manifest;
}
