/** Where runs live: what the site ships in the models folder, whole checkpoints that it does not ship beside it. */
import { join } from 'node:path';
import { checkpointFiles, modelsFolder } from '../../src/contract/ids.ts';
import type { Recipe } from '../recipes/recipe.ts';

/** Where runs with settings of the command line go. */
export const alteredFolder = 'runs/models';

/** Whole checkpoints whose weights are not shipped: kept, so that they can be measured again without training. */
export const unshippedFolder = (out: string): string =>
  out === modelsFolder ? 'runs/unshipped' : join(out, 'unshipped');

/** The folder of a recipe's whole checkpoint. */
export const checkpointFolder = (out: string, { id, ships }: Pick<Recipe, 'id' | 'ships'>): string =>
  join(ships ? out : unshippedFolder(out), id);

/** What was measured on it. Of a run that is not shipped it stays there only until the records take it over (records.ts). */
export const measuredFile = (out: string, recipe: Pick<Recipe, 'id' | 'ships'>): string =>
  join(checkpointFolder(out, recipe), checkpointFiles.metrics);
