/**
 * What has to be made: of the recipes that were asked for, and the classifiers that they need, those whose result is missing,
 * damaged, or of other settings or other code. Reads and hashes; makes nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkpointFiles, previewFile } from '../src/contract/ids.ts';
import type { DatasetInfo } from '../src/contract/manifest.ts';
import { ContractError } from '../src/contract/parse.ts';
import { codeVersion, versionWith } from './export/code-version.ts';
import { readClassifier } from './export/read-classifier.ts';
import { checkCheckpoint, isUpToDate, readManifest } from './export/read-checkpoint.ts';
import { readReferenceMetrics, readRunMetrics } from './export/read-metrics.ts';
import { checkpointFolder, measuredFolder, modelsFolder, shownPreviews } from './folders.ts';
import type { ClassifierJob, GloJob, Job, ReferenceJob } from './pool/messages.ts';
import { classifierRecipes, type ClassifierRecipe } from './recipes/classifiers.ts';
import type { Recipe } from './recipes/recipe.ts';
import { UsageError } from './usage-error.ts';

export interface Plan<Kind extends Job> {
  readonly jobs: readonly Kind[];
  /** Results that were asked for and are there. */
  readonly numUpToDate: number;
  /** What is wrong with results that are there and have to be made again, a line each. */
  readonly damaged: readonly string[];
}

type DatasetName = DatasetInfo['name'];

/** Folders of classifiers by id. */
export type ClassifierFolders = ReadonlyMap<string, string>;

const judgeOf = (name: DatasetName): string => `classifier-${name}-judge`;
const criticOf = (name: DatasetName): string => `classifier-${name}-critic`;
const needsCritic = ({ training }: Pick<Recipe, 'training'>): boolean =>
  training.guidance !== null || training.loss === 'perceptual';

/**
 * The judges of recipes and their critics, and all classifiers of `datasets`.
 * @throws UsageError when a recipe needs a critic for a data set that has none.
 */
function classifiersFor(
  recipes: readonly Recipe[],
  datasets: readonly DatasetName[],
): readonly ClassifierRecipe[] {
  const ids = new Set([
    ...recipes.map(({ dataset }) => judgeOf(dataset.name)),
    ...datasets.flatMap((name) => [judgeOf(name), criticOf(name)]),
  ]);
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
  /** Data sets whose floors and marks are measured, which takes all their classifiers whatever the recipes need. */
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
  const version = await codeVersion('training/train-classifier.ts');
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

/** The critic that a recipe needs, to train it again: the one in `out`, or the shipped one. @throws UsageError when neither is whole. */
export async function findCritic(recipe: Recipe, out: string): Promise<string | undefined> {
  if (!needsCritic(recipe)) return undefined;
  const id = criticOf(recipe.dataset.name);
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

/** What is wrong with something that is there, in one line; nothing when it is whole or not there. */
async function damageOf(reading: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ContractError)) return [];
  const [heading, problem = ''] = error.message.split('\n');
  return [`${heading.replace(/ does not follow .*$/, '')} is made again: ${problem.trim()}`];
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
  const damaged: string[] = [];
  for (const recipe of recipes) {
    const { judge, critic, ...versions } = await versionsOf(recipe);
    const provenance = { command: commandFor(recipe), ...versions };
    const measured = !force && (await isMeasured(measuredFolder(out, recipe), recipe, provenance));
    if (measured && !recipe.ships) continue; // its weights are not asked for
    const whole = !force && (await isUpToDate(checkpointFolder(out, recipe), recipe, versions.codeVersion));
    if (measured && whole) continue;
    if (!force && !whole) damaged.push(...(await damageOf(checkCheckpoint(checkpointFolder(out, recipe)))));
    if (!force && !measured) damaged.push(...(await damageOf(readRunMetrics(measuredFolder(out, recipe)))));
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
  return { jobs, numUpToDate: recipes.length - jobs.length, damaged };
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
  return { jobs, numUpToDate: 0, damaged: [] };
}

/** For a recipe, the classifiers that it needs, and the versions of what trains and measures it. */
async function createVersions(folders: ClassifierFolders) {
  const [trainer, evaluation] = await Promise.all([
    trainerVersion(),
    codeVersion('training/measure-checkpoint.ts'),
  ]);
  const hashes = new Map<string, Promise<string>>();
  /** Once a classifier, not once a recipe: it reads and hashes every file of the folder. */
  const hashOf = (folder: string): Promise<string> => {
    const hash = hashes.get(folder) ?? weightsHash(folder);
    hashes.set(folder, hash);
    return hash;
  };
  return async (recipe: Recipe) => {
    const judge = folderOf(folders, judgeOf(recipe.dataset.name));
    const critic = needsCritic(recipe) ? folderOf(folders, criticOf(recipe.dataset.name)) : undefined;
    return {
      judge,
      critic,
      codeVersion: await versionWithCritic(trainer, critic, hashOf),
      evaluationVersion: versionWith(evaluation, [await hashOf(judge), recipe.evaluation]),
    };
  };
}

/** Of the code that trains GLO. */
export const trainerVersion = (): Promise<string> => codeVersion('training/train-checkpoint.ts');

/** A run that a critic takes part in depends on its weights too. */
export const versionWithCritic = async (
  version: string,
  critic: string | undefined,
  hashOf = weightsHash,
): Promise<string> => versionWith(version, critic === undefined ? [] : [await hashOf(critic)]);

export async function planReferences(
  names: readonly DatasetName[],
  { out, folders, force }: { out: string; folders: ClassifierFolders; force: boolean },
): Promise<Plan<ReferenceJob>> {
  const evaluation = await codeVersion('training/measure-dataset.ts');
  const jobs: ReferenceJob[] = [];
  const damaged: string[] = [];
  for (const dataset of names) {
    const id = referenceId(dataset);
    const judge = folderOf(folders, judgeOf(dataset));
    const critic = folders.get(criticOf(dataset));
    const hashes = await Promise.all([judge, ...(critic === undefined ? [] : [critic])].map(weightsHash));
    const evaluationVersion = versionWith(evaluation, hashes);
    const folder = measuredFolder(out, { id });
    const found = await readReferenceMetrics(folder).catch(() => undefined);
    if (!force && found?.provenance.evaluationVersion === evaluationVersion) continue;
    if (!force) damaged.push(...(await damageOf(readReferenceMetrics(folder))));
    const provenance = { command: `npm run evaluate -- ${id}`, evaluationVersion };
    jobs.push({ kind: 'reference', id, out, dataset, judge, critic, numSteps: 1, provenance });
  }
  return { jobs, numUpToDate: 0, damaged };
}

export const referenceId = (dataset: DatasetName): string => `reference-${dataset}-floors`;

async function isMeasured(
  folder: string,
  recipe: Recipe,
  { codeVersion, evaluationVersion }: GloJob['provenance'],
): Promise<boolean> {
  const found = await readRunMetrics(folder).catch(() => undefined);
  const path = (name: string) => join(folder, name);
  const beside = [
    path(checkpointFiles.history),
    ...shownPreviews(recipe).map((kind) => path(previewFile(kind))),
    ...(recipe.drawsEpochs ? [path(checkpointFiles.epochs)] : []),
  ];
  return (
    found !== undefined &&
    beside.every((file) => existsSync(file)) &&
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

export const stepsOf = (
  numImages: number,
  training: { readonly batchSize: number; readonly numEpochs: number },
) => Math.ceil(numImages / training.batchSize) * training.numEpochs;
