/** Is a checkpoint folder whole, and is it what a recipe would make? Reads and hashes; runs no model. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { type GloManifest, snapshotEpochsOf } from '../../src/contract/families/glo.ts';
import { filesOf, parseManifest } from '../../src/contract/manifest.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { checkFiles, readJson } from './read-files.ts';

/** @throws ContractError, or the file system's error when there is no manifest. */
export const readManifest = (folder: string): Promise<GloManifest> =>
  readJson(join(folder, checkpointFiles.manifest), parseManifest);

/** The manifest of a folder whose every file is there with the right bytes. @throws ContractError */
export async function checkCheckpoint(folder: string): Promise<GloManifest> {
  const manifest = await readManifest(folder);
  await checkFiles(folder, filesOf(manifest));
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
