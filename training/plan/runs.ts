/** Which runs have to be trained, and which to be measured. Reads and hashes; makes nothing. */
import { isDeepStrictEqual } from 'node:util';
import { settingOfRun, type RunMetrics } from '../../src/contract/metrics.ts';
import { metricsOfRecord } from '../../src/contract/run-records.ts';
import { checkCheckpoint, readManifest } from '../export/read-checkpoint.ts';
import { measuredOf } from '../methods/method-of.ts';
import type { LabelledImages } from '../data/sources.ts';
import type { RunJob } from '../jobs/messages.ts';
import { stepsOf, type MeasuredRecipe } from '../recipes/recipe.ts';
import { checkpointFolder } from '../store/folders.ts';
import { readRunMetrics } from '../store/read-metrics.ts';
import { readRuns } from '../store/records.ts';
import { isUpToDate } from './support-networks.ts';
import { damageOf, type SupportNetworks, type Plan } from './plan.ts';
import { createVersions } from './versions.ts';

interface RunRequest {
  readonly recipes: readonly MeasuredRecipe[];
  /** What they learn, where it is a folder of pictures. */
  readonly pictures?: LabelledImages | undefined;
  readonly out: string;
  readonly force: boolean;
  readonly commandFor: (recipe: MeasuredRecipe) => string;
  readonly supportNetworks: SupportNetworks;
  readonly logsFor: (recipe: MeasuredRecipe) => string | undefined;
}

export async function planRuns(request: RunRequest): Promise<Plan<RunJob>> {
  const { recipes, pictures, out, force, commandFor, supportNetworks, logsFor } = request;
  const versionsOf = createVersions(supportNetworks);
  const { runs } = await readRuns(out);
  const jobs: RunJob[] = [];
  const damaged: string[] = [];
  for (const recipe of recipes) {
    const { evaluationClassifier, trainingNetwork, ...versions } = await versionsOf(recipe);
    const folder = checkpointFolder(out, recipe);
    const provenance = { command: commandFor(recipe), ...versions };
    const recorded = runs.get(recipe.id);
    const metrics = recipe.ships
      ? await readRunMetrics(folder).catch(() => undefined)
      : recorded && metricsOfRecord(recorded.record);
    const shows = recipe.ships || hasPictures(recipe, recorded?.pictures);
    const isJudged = evaluationClassifier !== undefined;
    const measured = !force && (!isJudged || (shows && isMeasured(metrics, recipe, versions)));
    if (measured && !recipe.ships) continue; // its weights are not asked for
    const whole = !force && (await isUpToDate(folder, recipe, versions.codeVersion));
    if (measured && whole) continue;
    if (!force && !whole) damaged.push(...(await damageOf(checkCheckpoint(folder))));
    if (!force && !measured && recipe.ships) damaged.push(...(await damageOf(readRunMetrics(folder))));
    jobs.push({
      kind: 'run',
      id: recipe.id,
      out,
      recipe,
      pictures,
      trains: !whole,
      measures: isJudged,
      numSteps: whole ? 1 : stepsOf(recipe),
      evaluationClassifier,
      trainingNetwork,
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
  supportNetworks,
}: Pick<RunRequest, 'recipes' | 'out' | 'supportNetworks'>): Promise<Plan<RunJob>> {
  const versionsOf = createVersions(supportNetworks);
  const jobs: RunJob[] = [];
  for (const recipe of recipes) {
    const { evaluationClassifier, trainingNetwork, ...versions } = await versionsOf(recipe);
    const { provenance } = await readManifest(checkpointFolder(out, recipe));
    jobs.push({
      kind: 'run',
      id: recipe.id,
      out,
      recipe,
      trains: false,
      measures: true,
      numSteps: 1,
      evaluationClassifier,
      trainingNetwork,
      provenance: { ...versions, command: provenance.command },
    });
  }
  return { jobs, numUpToDate: 0, damaged: [] };
}

const hasPictures = (
  recipe: MeasuredRecipe,
  pictures: ReadonlyMap<string, Uint8Array> | undefined,
): boolean =>
  measuredOf(recipe)
    .shownPictures(recipe)
    .every((path) => pictures?.has(path));

function isMeasured(
  found: RunMetrics | undefined,
  recipe: MeasuredRecipe,
  { codeVersion, evaluationVersion }: Omit<RunJob['provenance'], 'command'>,
): boolean {
  if (!found) return false;
  return (
    isDeepStrictEqual(
      [found.id, found.title, found.shipped, settingOfRun(found)],
      [recipe.id, recipe.title, recipe.ships, measuredOf(recipe).settingOf(recipe)],
    ) &&
    found.provenance.codeVersion === codeVersion &&
    found.provenance.evaluationVersion === evaluationVersion
  );
}
