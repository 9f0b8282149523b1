/** The evaluation classifiers and auxiliary classifiers that recipes and baselines need, and which of them have to be trained. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { codeVersion } from '../export/code-version.ts';
import { readClassifier } from '../store/read-classifier.ts';
import { modelsFolder } from '../store/folders.ts';
import type { ClassifierJob } from '../pool/messages.ts';
import { classifierRecipes, type ClassifierRecipe } from '../recipes/classifiers.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { damageOf, stepsOf, type DatasetName, type Plan } from './plan.ts';

/** Folders of classifiers by id. */
export type ClassifierFolders = ReadonlyMap<string, string>;

export const evaluationClassifierOf = (name: DatasetName): string => `classifier-${name}-judge`;
export const auxiliaryClassifierOf = (name: DatasetName): string => `classifier-${name}-critic`;
export const needsAuxiliaryClassifier = ({ training }: Pick<Recipe, 'training'>): boolean =>
  training.guidance !== null || training.loss === 'perceptual';

/**
 * The evaluation classifiers of recipes and their auxiliary classifiers, and all classifiers of `datasets`.
 * @throws UsageError when a recipe needs an auxiliary classifier for a data set that has none.
 */
function classifiersFor(
  recipes: readonly Recipe[],
  datasets: readonly DatasetName[],
): readonly ClassifierRecipe[] {
  const ids = new Set([
    ...recipes.map(({ dataset }) => evaluationClassifierOf(dataset.name)),
    ...datasets.flatMap((name) => [evaluationClassifierOf(name), auxiliaryClassifierOf(name)]),
  ]);
  for (const recipe of recipes) {
    if (!needsAuxiliaryClassifier(recipe)) continue;
    const id = auxiliaryClassifierOf(recipe.dataset.name);
    if (!classifierRecipes.some((classifier) => classifier.id === id)) {
      throw new UsageError(
        `${recipe.id} needs an auxiliary classifier, and there is none for ${recipe.dataset.name}: use --dataset mnist.`,
      );
    }
    ids.add(id);
  }
  return classifierRecipes.filter(({ id }) => ids.has(id));
}

interface ClassifierRequest {
  readonly recipes: readonly Recipe[];
  /** Asked for by name, beside those that the recipes need. */
  readonly classifiers: readonly ClassifierRecipe[];
  /** Data sets whose baselines and marks are measured, which takes all their classifiers whatever the recipes need. */
  readonly datasets: readonly DatasetName[];
  readonly out: string;
  readonly force: boolean;
}

/** Elsewhere than in the models folder, the classifiers that are there serve as they are. */
export async function planClassifiers({
  recipes,
  classifiers,
  datasets,
  out,
  force,
}: ClassifierRequest): Promise<Plan<ClassifierJob> & { readonly folders: ClassifierFolders }> {
  const version = await codeVersion('training/jobs/train-classifier.ts');
  const folders = new Map<string, string>();
  const jobs: ClassifierJob[] = [];
  const damaged: string[] = [];
  const wanted = new Set([...classifiersFor(recipes, datasets), ...classifiers]);
  for (const recipe of wanted) {
    const { id } = recipe;
    const named = classifiers.includes(recipe);
    folders.set(id, join(out, id));
    if (!(force && named)) {
      if (await isCurrent(join(out, id), recipe, version)) continue;
      damaged.push(...(await damageOf(readClassifier(join(out, id)))));
    }
    if (!named && out !== modelsFolder && (await isWhole(join(modelsFolder, id)))) {
      folders.set(id, join(modelsFolder, id));
      continue;
    }
    jobs.push({
      kind: 'classifier',
      id,
      out,
      recipe,
      numSteps: stepsOf(recipe.dataset.numImages, recipe.training),
      provenance: { command: `npm run train -- ${id}`, codeVersion: version },
    });
  }
  return {
    jobs,
    folders,
    numUpToDate: classifiers.filter((recipe) => !jobs.some((job) => job.recipe === recipe)).length,
    damaged,
  };
}

/** The auxiliary classifier that a recipe needs, to train it again: the one in `out`, or the shipped one. @throws UsageError when neither is whole. */
export async function findAuxiliaryClassifier(recipe: Recipe, out: string): Promise<string | undefined> {
  if (!needsAuxiliaryClassifier(recipe)) return undefined;
  const id = auxiliaryClassifierOf(recipe.dataset.name);
  for (const folder of [out, modelsFolder]) if (await isWhole(join(folder, id))) return join(folder, id);
  throw new UsageError(`${recipe.id} needs ${id}, which is not there. Train it: npm run train -- ${id}`);
}

const isWhole = (folder: string): Promise<boolean> =>
  readClassifier(folder).then(
    () => true,
    () => false,
  );

async function isCurrent(folder: string, recipe: ClassifierRecipe, version: string): Promise<boolean> {
  const found = await readClassifier(folder).catch(() => undefined);
  if (!found) return false;
  const { title, dataset, training, provenance } = found.manifest;
  return isDeepStrictEqual(
    [title, dataset.name, dataset.numImages, found.config, training, provenance.codeVersion],
    [recipe.title, recipe.dataset.name, recipe.dataset.numImages, recipe.network, recipe.training, version],
  );
}

export function folderOf(folders: ClassifierFolders, id: string): string {
  const folder = folders.get(id);
  if (folder === undefined) throw new Error(`No folder was planned for ${id}.`);
  return folder;
}
