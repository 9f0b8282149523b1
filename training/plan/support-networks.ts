/** The judges and auxiliary classifiers that runs and baselines need, and which of them have to be trained; and where the runs are that others begin at. */
import { join } from 'node:path';
import type { DatasetName } from '../../src/contract/datasets.ts';
import { modelsFolder } from '../../src/contract/ids.ts';
import { UsageError } from '../errors/usage-error.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import { measuredOf, methodOf } from '../methods/method-of.ts';
import type { RunJob } from '../jobs/messages.ts';
import { auxiliaryClassifierOf, evaluationClassifierOf, judgeOf } from '../recipes/classifiers.ts';
import { stepsOf, type MeasuredRecipe, type Recipe } from '../recipes/recipe.ts';
import { supportNetworks } from '../methods/registry.ts';
import { wouldMake } from '../store/stored-recipes.ts';
import { firstStageOf, folderOfFirstStage, isWhole } from './first-stages.ts';
import { damageOf, type SupportNetworks, type Plan } from './plan.ts';
import { trainingVersion } from './versions.ts';

const trainingNetworkOf = (recipe: MeasuredRecipe): string | undefined =>
  measuredOf(recipe).trainingNetworkOf(recipe);

/**
 * The evaluation classifiers of recipes and the classifiers that training takes, and all classifiers of `datasets`.
 * @throws UsageError when training takes a classifier that the registry does not have.
 */
function supportNetworksFor(
  recipes: readonly MeasuredRecipe[],
  datasets: readonly DatasetName[],
): readonly Recipe[] {
  const ids = new Set([
    ...recipes.flatMap(({ dataset }) => judgeOf(dataset.name) ?? []),
    ...datasets.flatMap((name) => [evaluationClassifierOf(name), auxiliaryClassifierOf(name)]),
  ]);
  for (const recipe of recipes) {
    const id = trainingNetworkOf(recipe);
    if (id === undefined || firstStageOf(recipe)) continue;
    if (!supportNetworks.some((network) => network.id === id)) {
      throw new UsageError(`${recipe.id} needs ${id}, and there is no recipe for it.`);
    }
    ids.add(id);
  }
  return supportNetworks.filter(({ id }) => ids.has(id));
}

interface SupportRequest {
  readonly recipes: readonly MeasuredRecipe[];
  /** Asked for by name, beside those that the recipes need. */
  readonly named: readonly Recipe[];
  /** Data sets whose baselines and marks are measured, which takes all their classifiers whatever the recipes need. */
  readonly datasets: readonly DatasetName[];
  readonly out: string;
  readonly force: boolean;
}

/** Elsewhere than in the models folder, the networks that are there serve as they are. */
export async function planSupportNetworks({
  recipes,
  named,
  datasets,
  out,
  force,
}: SupportRequest): Promise<Plan<RunJob> & { readonly supportNetworks: SupportNetworks }> {
  const folders = new Map<string, string>();
  const jobs: RunJob[] = [];
  const damaged: string[] = [];
  for (const recipe of new Set([...supportNetworksFor(recipes, datasets), ...named])) {
    const { id } = recipe;
    const version = await trainingVersion(recipe, undefined);
    const isNamed = named.includes(recipe);
    folders.set(id, join(out, id));
    if (!(force && isNamed)) {
      if (await isUpToDate(join(out, id), recipe, version)) continue;
      damaged.push(...(await damageOf(checkCheckpoint(join(out, id)))));
    }
    if (!isNamed && out !== modelsFolder && (await isWhole(join(modelsFolder, id)))) {
      folders.set(id, join(modelsFolder, id));
      continue;
    }
    jobs.push({
      kind: 'run',
      id,
      out,
      recipe,
      trains: true,
      measures: false,
      numSteps: stepsOf(recipe),
      provenance: { command: `npm run train -- ${id}`, codeVersion: version },
    });
  }
  for (const recipe of recipes) {
    const stage = firstStageOf(recipe);
    if (stage) folders.set(stage.id, await folderOfFirstStage(stage, { recipes, out }));
  }
  const folderIfAny = (id: string | undefined) => (id === undefined ? undefined : folderOf(folders, id));
  return {
    jobs,
    supportNetworks: {
      evaluationClassifierFor: (dataset) => folderOf(folders, evaluationClassifierOf(dataset)),
      auxiliaryClassifierFor: (dataset) => folderOf(folders, auxiliaryClassifierOf(dataset)),
      evaluationClassifier: ({ dataset }) => folderIfAny(judgeOf(dataset.name)),
      trainingNetwork: (recipe) => folderIfAny(trainingNetworkOf(recipe)),
    },
    numUpToDate: named.filter((recipe) => !jobs.some((job) => job.recipe === recipe)).length,
    damaged,
  };
}

/**
 * The network that training takes, to train a recipe again: the one in `out`, or the shipped one.
 * @throws UsageError when neither is whole.
 */
export async function findTrainingNetwork(recipe: Recipe, out: string): Promise<string | undefined> {
  const id = methodOf(recipe).measured?.trainingNetworkOf(recipe);
  if (id === undefined) return undefined;
  for (const folder of [out, modelsFolder]) if (await isWhole(join(folder, id))) return join(folder, id);
  throw new UsageError(`${recipe.id} needs ${id}, which is not there. Train it: npm run train -- ${id}`);
}

/** Whether a folder holds a whole checkpoint that this recipe, trained by this version of the code, would give again. */
export async function isUpToDate(folder: string, recipe: Recipe, codeVersion: string): Promise<boolean> {
  const manifest = await checkCheckpoint(folder).catch(() => undefined);
  return manifest !== undefined && wouldMake(manifest, recipe, codeVersion);
}

function folderOf(folders: ReadonlyMap<string, string>, id: string): string {
  const folder = folders.get(id);
  if (folder === undefined) throw new Error(`No folder was planned for ${id}.`);
  return folder;
}
