/**
 * Every recipe of every family, and how a command line names them. `recipes` are what `train:all` makes and measures; `supportNetworks`
 * measure and guide runs, and are trained when a run needs them or a person names them.
 */
import { matchesGlob } from 'node:path/posix';
import { methods } from './table.ts';
import type { MeasuredRecipe, Recipe } from '../recipes/recipe.ts';

const all = Object.values(methods);

export const recipes: readonly MeasuredRecipe[] = all.flatMap(({ runs }) => runs);
export const supportNetworks: readonly Recipe[] = all.flatMap((method) => method.supportNetworks);

export const matchesId = (id: string, pattern: string): boolean => id === pattern || matchesGlob(id, pattern);

/** Runs whose id matches an id or glob, in the registry's order; empty when none does. */
export const findRecipes = (pattern: string): readonly MeasuredRecipe[] =>
  recipes.filter(({ id }) => matchesId(id, pattern));
