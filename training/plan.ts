/**
 * What has to be made: of the recipes that were asked for, and the classifiers that they need, those whose result is missing,
 * damaged, or of other settings or other code. Reads and hashes; makes nothing.
 */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DatasetInfo } from '../src/contract/manifest.ts';
import { codeVersion, versionWith } from './export/code-version.ts';
import { readClassifier } from './export/read-classifier.ts';
import { isUpToDate, readManifest } from './export/read-checkpoint.ts';
import { readReferenceMetrics, readRunMetrics } from './export/read-metrics.ts';
import { checkpointFolder, measuredFolder, modelsFolder } from './folders.ts';
import type { ClassifierJob, GloJob, Job, ReferenceJob } from './pool/messages.ts';
import { classifierRecipes, type ClassifierRecipe } from './recipes/classifiers.ts';
import type { Recipe } from './recipes/recipe.ts';
import { UsageError } from './usage-error.ts';

export interface Plan<Kind extends Job> {
  readonly jobs: readonly Kind[];
  /** Results that were asked for and are there. */
  readonly numUpToDate: number;
}

type DatasetName = DatasetInfo['name'];

/** Folders of classifiers by id. */
export type ClassifierFolders = ReadonlyMap<string, string>;

const judgeOf = (name: DatasetName): string => `classifier-${name}-judge`;
export const criticOf = (name: DatasetName): string => `classifier-${name}-critic`;
export const needsCritic = ({ training }: Pick<Recipe, 'training'>): boolean =>
  training.guidance !== null || training.loss === 'perceptual';

/** @throws UsageError when a recipe needs a critic for a data set that has none. */
function classifiersFor(recipes: readonly Recipe[]): ClassifierRecipe[] {
  const ids = new Set(recipes.map(({ dataset }) => judgeOf(dataset.name)));
  for (const recipe of recipes) {
    if (!needsCritic(recipe)) continue;
    const id = criticOf(recipe.dataset.name);
    if (!classifierRecipes.some((classifier) => classifier.id === id)) {
      throw new UsageError(
        `${recipe.id} needs a critic, and there is none for ${recipe.dataset.name}: use --dataset mnist.`,
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
  readonly out: string;
  readonly force: boolean;
}

/** Elsewhere than in the models folder, the classifiers that are there serve as they are. */
export async function planClassifiers({
  recipes,
  classifiers,
  out,
  force,
}: ClassifierRequest): Promise<Plan<ClassifierJob> & { readonly folders: ClassifierFolders }> {
  const version = await codeVersion('training/train-classifier.ts');
  const folders = new Map<string, string>();
  const jobs: ClassifierJob[] = [];
  const wanted = new Set([...classifiersFor(recipes), ...classifiers]);
  for (const recipe of wanted) {
    const { id } = recipe;
    const named = classifiers.includes(recipe);
    folders.set(id, join(out, id));
    if (!(force && named) && (await isCurrent(join(out, id), recipe, version))) continue;
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
  };
}

const isWhole = (folder: string): Promise<boolean> =>
  readClassifier(folder).then(
    () => true,
    () => false,
  );

async function isCurrent(folder: string, recipe: ClassifierRecipe, version: string): Promise<boolean> {
  const found = await readClassifier(folder).catch(() => undefined);
  return (
    found?.manifest.provenance.codeVersion === version &&
    isDeepStrictEqual(found.manifest.training, recipe.training)
  );
}

interface RunRequest {
  readonly recipes: readonly Recipe[];
  readonly out: string;
  readonly force: boolean;
  readonly commandFor: (recipe: Recipe) => string;
  readonly folders: ClassifierFolders;
  readonly logsFor: (recipe: Recipe) => string | undefined;
}

export async function planRuns(request: RunRequest): Promise<Plan<GloJob>> {
  const { recipes, out, force, commandFor, folders, logsFor } = request;
  const versionsOf = await createVersions(folders);
  const jobs: GloJob[] = [];
  for (const recipe of recipes) {
    const { judge, critic, ...versions } = await versionsOf(recipe);
    const provenance = { command: commandFor(recipe), ...versions };
    const whole = !force && (await isUpToDate(checkpointFolder(out, recipe), recipe, versions.codeVersion));
    const measured = !force && (await isMeasured(measuredFolder(out, recipe), recipe, provenance));
    if (measured && (whole || !recipe.ships)) continue;
    jobs.push({
      kind: 'glo',
      id: recipe.id,
      out,
      recipe,
      trains: !whole,
      measures: true,
      numSteps: whole ? 1 : stepsOf(recipe.dataset.numTrainingImages, recipe.training),
      judge,
      critic,
      logs: logsFor(recipe),
      provenance,
    });
  }
  return { jobs, numUpToDate: recipes.length - jobs.length };
}

/** Every recipe again, from the checkpoints that are there. */
export async function planMeasurements({
  recipes,
  out,
  folders,
}: Pick<RunRequest, 'recipes' | 'out' | 'folders'>): Promise<Plan<GloJob>> {
  const versionsOf = await createVersions(folders);
  const jobs: GloJob[] = [];
  for (const recipe of recipes) {
    const { judge, critic, ...versions } = await versionsOf(recipe);
    const { provenance } = await readManifest(checkpointFolder(out, recipe));
    jobs.push({
      kind: 'glo',
      id: recipe.id,
      out,
      recipe,
      trains: false,
      measures: true,
      numSteps: 1,
      judge,
      critic,
      logs: undefined,
      provenance: { ...versions, command: provenance.command },
    });
  }
  return { jobs, numUpToDate: 0 };
}

/** For a recipe, the classifiers that it needs, and the versions of what trains and measures it. */
async function createVersions(folders: ClassifierFolders) {
  const [trainer, evaluation] = await Promise.all([
    trainerVersion(),
    codeVersion('training/measure-checkpoint.ts'),
  ]);
  return async (recipe: Recipe) => {
    const judge = folderOf(folders, judgeOf(recipe.dataset.name));
    const critic = needsCritic(recipe) ? folderOf(folders, criticOf(recipe.dataset.name)) : undefined;
    return {
      judge,
      critic,
      codeVersion: await versionWithCritic(trainer, critic),
      evaluationVersion: versionWith(evaluation, [await weightsHash(judge), recipe.evaluation]),
    };
  };
}

/** Of the code that trains GLO. */
export const trainerVersion = (): Promise<string> => codeVersion('training/train-checkpoint.ts');

/** A run that a critic takes part in depends on its weights too. */
export const versionWithCritic = async (version: string, critic: string | undefined): Promise<string> =>
  versionWith(version, critic === undefined ? [] : [await weightsHash(critic)]);

export async function planReferences(
  names: readonly DatasetName[],
  { out, folders, force }: { out: string; folders: ClassifierFolders; force: boolean },
): Promise<Plan<ReferenceJob>> {
  const evaluation = await codeVersion('training/measure-dataset.ts');
  const jobs: ReferenceJob[] = [];
  for (const dataset of names) {
    const id = referenceId(dataset);
    const judge = folderOf(folders, judgeOf(dataset));
    const critic = folders.get(criticOf(dataset));
    const hashes = await Promise.all([judge, ...(critic === undefined ? [] : [critic])].map(weightsHash));
    const evaluationVersion = versionWith(evaluation, hashes);
    const found = await readReferenceMetrics(measuredFolder(out, { id })).catch(() => undefined);
    if (!force && found?.provenance.evaluationVersion === evaluationVersion) continue;
    const provenance = { command: `npm run evaluate -- ${id}`, evaluationVersion };
    jobs.push({ kind: 'reference', id, out, dataset, judge, critic, numSteps: 1, provenance });
  }
  return { jobs, numUpToDate: 0 };
}

export const referenceId = (dataset: DatasetName): string => `reference-${dataset}-floors`;

async function isMeasured(
  folder: string,
  recipe: Recipe,
  { codeVersion, evaluationVersion }: GloJob['provenance'],
): Promise<boolean> {
  const found = await readRunMetrics(folder).catch(() => undefined);
  return (
    found !== undefined &&
    isDeepStrictEqual(
      [found.id, found.title, found.group, found.dataset, found.model, found.training, found.shipped],
      [recipe.id, recipe.title, recipe.group, recipe.dataset, recipe.dims, recipe.training, recipe.ships],
    ) &&
    found.provenance.codeVersion === codeVersion &&
    found.provenance.evaluationVersion === evaluationVersion
  );
}

function folderOf(folders: ClassifierFolders, id: string): string {
  const folder = folders.get(id);
  if (folder === undefined) throw new Error(`No folder was planned for ${id}.`);
  return folder;
}

async function weightsHash(folder: string): Promise<string> {
  const { manifest } = await readClassifier(folder);
  return manifest.files.weights.sha256;
}

const stepsOf = (numImages: number, training: { readonly batchSize: number; readonly numEpochs: number }) =>
  Math.ceil(numImages / training.batchSize) * training.numEpochs;
