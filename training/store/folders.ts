/** Where runs live: what the site ships in the models folder, whole checkpoints that it does not ship beside it. */
import { join } from 'node:path';
import type { PreviewKind } from '../../src/contract/ids.ts';
import type { Recipe } from '../recipes/recipe.ts';

export const modelsFolder = 'public/models';
/** Where runs with settings of the command line go. */
export const alteredFolder = 'runs/models';

/** Whole checkpoints whose weights are not shipped: kept, so that they can be measured again without training. */
export const unshippedFolder = (out: string): string =>
  out === modelsFolder ? 'runs/unshipped' : join(out, 'unshipped');

/** The folder of a recipe's whole checkpoint. */
export const checkpointFolder = (out: string, { id, ships }: Pick<Recipe, 'id' | 'ships'>): string =>
  join(ships ? out : unshippedFolder(out), id);

/** The folder of what was measured on it, which the site reads. */
export const measuredFolder = (out: string, { id }: Pick<Recipe, 'id'>): string => join(out, id);

/** The pictures that the site has of every run, its weights shipped or not: where a mistake only shows in samples, those too. */
export const shownPreviews = ({ training }: Pick<Recipe, 'training'>): readonly PreviewKind[] =>
  training.mistake === 'statistics-axis' ? ['transfers', 'samples'] : ['transfers'];
