/** Checkpoints that are there, as recipes: a manifest holds every setting that decides the bytes, so neither training nor measuring them again needs the registry. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { type GloManifest, snapshotEpochsOf } from '../../src/contract/families/glo.ts';
import { readManifest } from './read-checkpoint.ts';
import { checkpointFolder, unshippedFolder } from './folders.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { recipes } from '../recipes/registry.ts';

/** Measured as the registry says when it has a recipe of these settings, and lightly otherwise. */
export function recipeOf(manifest: GloManifest, ships: boolean): Recipe {
  const { id, title, group, dataset, model, training, files } = manifest;
  const recipe: Recipe = {
    id,
    title,
    group,
    dataset: { name: dataset.name, numTrainingImages: dataset.numTrainingImages },
    dims: { classDim: model.classDim, contentDim: model.contentDim },
    training,
    ships,
    evaluation: 'light',
    drawsEpochs: files.epochs !== undefined,
    snapshotEpochs: snapshotEpochsOf(manifest),
  };
  const settings = (each: Recipe) => [each.dataset, each.dims, each.training];
  const registered = recipes.find((each) => each.id === id);
  return registered && isDeepStrictEqual(settings(registered), settings(recipe))
    ? { ...recipe, evaluation: registered.evaluation }
    : recipe;
}

/** Ids of the whole checkpoints of GLO in a models folder and beside it, sorted, with whether they are shipped. */
export async function listStored(out: string): Promise<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const ships of [false, true]) {
    const folder = ships ? out : unshippedFolder(out);
    for (const id of existsSync(folder) ? await readdir(folder) : []) {
      const whole = existsSync(join(folder, id, checkpointFiles.manifest));
      const isLeftover = /\.(partial|old)-\d+$/.test(id);
      if (whole && !isLeftover && !id.startsWith('classifier-')) found.set(id, ships);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws ContractError when its manifest is damaged. */
export const readStored = async (out: string, id: string, ships: boolean): Promise<Recipe> =>
  recipeOf(await readManifest(checkpointFolder(out, { id, ships })), ships);
