/** Is a checkpoint folder whole, and is it what a recipe would make? Reads and hashes; runs no model. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { filesOf, parseManifest, snapshotEpochsOf, type Manifest } from '../../src/contract/manifest.ts';
import { contractError } from '../../src/contract/parse.ts';
import type { Recipe } from '../recipes/recipe.ts';

/** @throws ContractError, or the file system's error when there is no manifest. */
export async function readManifest(folder: string): Promise<Manifest> {
  const where = join(folder, checkpointFiles.manifest);
  const text = await readFile(where, 'utf8');
  try {
    return parseManifest(JSON.parse(text), where);
  } catch (error) {
    if (error instanceof SyntaxError) throw contractError(where, [`it is not JSON: ${error.message}`]);
    throw error;
  }
}

/** The manifest of a folder whose every file is there with the right bytes. @throws ContractError */
export async function checkCheckpoint(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const problems: string[] = [];
  for (const { path, bytes, sha256 } of filesOf(manifest)) {
    const file = await readFile(join(folder, path)).catch(() => undefined);
    if (!file) problems.push(`${path} is missing`);
    else if (file.length !== bytes) problems.push(`${path} has ${file.length} bytes, expected ${bytes}`);
    else {
      const found = createHash('sha256').update(file).digest('hex');
      if (found !== sha256) problems.push(`${path} has SHA-256 ${found}, expected ${sha256}`);
    }
  }
  if (problems.length > 0) throw contractError(folder, problems);
  return manifest;
}

/** Whether a folder holds a whole checkpoint that this recipe, trained by this version of the code, would give again. */
export async function isUpToDate(folder: string, recipe: Recipe, codeVersion: string): Promise<boolean> {
  const manifest = await checkCheckpoint(folder).catch(() => undefined);
  if (!manifest) return false;
  const { id, title, group, dataset, model, training, files, provenance } = manifest;
  return isDeepStrictEqual(
    [
      [id, title, group, dataset.name, dataset.numTrainingImages, model.classDim, model.contentDim],
      [training, files.epochs !== undefined, snapshotEpochsOf(manifest), provenance.codeVersion],
    ],
    [
      [
        recipe.id,
        recipe.title,
        recipe.group,
        recipe.dataset.name,
        recipe.dataset.numTrainingImages,
        recipe.dims.classDim,
        recipe.dims.contentDim,
      ],
      [recipe.training, recipe.drawsEpochs, recipe.snapshotEpochs, codeVersion],
    ],
  );
}
