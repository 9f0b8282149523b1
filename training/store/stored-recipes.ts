/** Checkpoints that are there, as recipes: a manifest holds every setting that decides the bytes, so neither training nor measuring them again needs the registry. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointFiles } from '../../src/contract/ids.ts';
import type { Manifest } from '../../src/contract/manifest.ts';
import { readManifest } from '../export/read-checkpoint.ts';
import { methodOf } from '../methods/method-of.ts';
import { judgeOf } from '../recipes/classifiers.ts';
import type { MeasuredRecipe, Recipe } from '../recipes/recipe.ts';
import { checkpointFolder, unshippedFolder } from './folders.ts';
import { isLeftover } from './write-folder.ts';

export const recipeOf = (manifest: Manifest, ships: boolean): Recipe =>
  methodOf(manifest).recipeOf(manifest, ships);

/** Whether a recipe, trained by this version of the code, would give this very manifest again. */
export const wouldMake = (manifest: Manifest, recipe: Recipe, codeVersion: string): boolean =>
  manifest.family === recipe.family &&
  methodOf(recipe).wouldMake(manifest, recipe) &&
  manifest.provenance.codeVersion === codeVersion;

/** Ids of the whole checkpoints in a models folder and beside it, sorted, with whether they are shipped. */
export async function listStored(out: string): Promise<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const ships of [false, true]) {
    const folder = ships ? out : unshippedFolder(out);
    for (const id of existsSync(folder) ? await readdir(folder) : []) {
      const whole = existsSync(join(folder, id, checkpointFiles.manifest));
      if (whole && !isLeftover(id)) found.set(id, ships);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The recipe of a checkpoint that can be measured; undefined for another: a classifier, or what learned pictures. @throws ContractError when its manifest is damaged. */
export async function readMeasurable(
  out: string,
  id: string,
  ships: boolean,
): Promise<MeasuredRecipe | undefined> {
  const manifest = await readManifest(checkpointFolder(out, { id, ships }));
  const isMeasured =
    methodOf(manifest).measured !== undefined && judgeOf(manifest.dataset.name) !== undefined;
  return isMeasured ? (recipeOf(manifest, ships) as MeasuredRecipe) : undefined;
}
