/** Which runs have to be trained, and which to be measured. Reads and hashes; makes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkpointFiles, previewFile } from '../../src/contract/ids.ts';
import { checkCheckpoint, isUpToDate, readManifest } from '../store/read-checkpoint.ts';
import { readRunMetrics } from '../store/read-metrics.ts';
import { checkpointFolder, measuredFolder, shownPreviews } from '../store/folders.ts';
import type { GloJob } from '../pool/messages.ts';
import type { Recipe } from '../recipes/recipe.ts';
import type { ClassifierFolders } from './classifiers.ts';
import { damageOf, stepsOf, type Plan } from './plan.ts';
import { createVersions } from './versions.ts';

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
    const { evaluationClassifier, auxiliaryClassifier, ...versions } = await versionsOf(recipe);
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
      evaluationClassifier,
      auxiliaryClassifier,
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
    const { evaluationClassifier, auxiliaryClassifier, ...versions } = await versionsOf(recipe);
    const { provenance } = await readManifest(checkpointFolder(out, recipe));
    jobs.push({
      kind: 'glo',
      id: recipe.id,
      out,
      recipe,
      trains: false,
      measures: true,
      numSteps: 1,
      evaluationClassifier,
      auxiliaryClassifier,
      logs: undefined,
      provenance: { ...versions, command: provenance.command },
    });
  }
  return { jobs, numUpToDate: 0, damaged: [] };
}

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
