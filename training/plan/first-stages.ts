/** Runs that begin at other runs: which is which, in what order they are made, and where a first stage is. */
import { modelsFolder } from '../../src/contract/ids.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import { measuredOf } from '../methods/method-of.ts';
import { recipes as registered } from '../methods/registry.ts';
import type { MeasuredRecipe } from '../recipes/recipe.ts';
import { checkpointFolder } from '../store/folders.ts';

/** The run that a recipe begins at, if it begins at one. */
export function firstStageOf(recipe: MeasuredRecipe): MeasuredRecipe | undefined {
  const id = measuredOf(recipe).trainingNetworkOf(recipe);
  return registered.find((known) => known.id === id);
}

interface Order {
  /** Those that begin at no run, with the first stages that nobody asked for and that are not there. */
  readonly first: readonly MeasuredRecipe[];
  readonly then: readonly MeasuredRecipe[];
}

export async function inOrder(recipes: readonly MeasuredRecipe[], out: string): Promise<Order> {
  const then = recipes.filter((recipe) => firstStageOf(recipe) !== undefined);
  const first = new Map(
    recipes.filter((recipe) => !then.includes(recipe)).map((recipe) => [recipe.id, recipe]),
  );
  for (const recipe of then) {
    const stage = firstStageOf(recipe);
    if (!stage || first.has(stage.id)) continue;
    const whole = await Promise.all(placesOf(stage, out).map(isWhole));
    if (!whole.includes(true)) first.set(stage.id, stage);
  }
  return { first: [...first.values()], then };
}

/** Where a first stage is, or will be once what was asked for before it is made: elsewhere than in the models folder, the shipped one serves. */
export async function folderOfFirstStage(
  stage: MeasuredRecipe,
  { recipes, out }: { readonly recipes: readonly MeasuredRecipe[]; readonly out: string },
): Promise<string> {
  const [own, shipped = own] = placesOf(stage, out);
  const isAsked = recipes.some(({ id }) => id === stage.id);
  if (isAsked || (await isWhole(own))) return own;
  return (await isWhole(shipped)) ? shipped : own;
}

/** Its own folder, and that of the shipped one. */
const placesOf = (stage: MeasuredRecipe, out: string): readonly string[] =>
  [...new Set([out, modelsFolder])].map((folder) => checkpointFolder(folder, stage));

export const isWhole = (folder: string): Promise<boolean> =>
  checkCheckpoint(folder).then(
    () => true,
    () => false,
  );
