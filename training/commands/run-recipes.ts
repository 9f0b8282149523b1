/**
 * Trains and measures recipes into a folder: the classifiers that they need first, then the runs, and last those that begin at others. Skips what is up to date, shows
 * progress, stops cleanly on Ctrl-C, and writes the folder's index and summary again. What a stopped run had finished stays; what
 * it had not leaves nothing behind.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { datasetNames, type DatasetName, type LearnedName } from '../../src/contract/datasets.ts';
import type { Metrics } from '../../src/contract/metrics.ts';
import { createProgress } from '../pool/progress.ts';
import { UsageError } from '../errors/usage-error.ts';
import { isProjected } from '../evaluation/tier.ts';
import { loadImages, type LabelledImages } from '../data/sources.ts';
import { inOrder } from '../plan/first-stages.ts';
import { planSupportNetworks } from '../plan/support-networks.ts';
import type { Plan } from '../plan/plan.ts';
import { planMaps } from '../plan/maps.ts';
import { planReferences } from '../plan/references.ts';
import { planMeasurements, planRuns } from '../plan/runs.ts';
import type { Job, MapJob } from '../jobs/messages.ts';
import { runJobs } from '../pool/pool.ts';
import type { MeasuredRecipe, Recipe } from '../recipes/recipe.ts';
import { unshippedFolder } from '../store/folders.ts';
import { withLock } from '../store/lock.ts';
import { readSummary } from '../store/read-metrics.ts';
import { collectRuns } from '../store/records.ts';
import { removeLeftovers } from '../store/write-folder.ts';
import { writeIndex } from '../store/write-index.ts';

interface RunOptions {
  readonly recipes: readonly MeasuredRecipe[];
  /** Judges and auxiliary classifiers asked for by name. */
  readonly named?: readonly Recipe[];
  /** What they learn, where it is a folder of pictures. */
  readonly pictures?: LabelledImages | undefined;
  /** Also measure the baselines and marks of the data sets. */
  readonly references?: boolean;
  /** Also make the maps of the codes that pages walk through. */
  readonly maps?: boolean;
  readonly out: string;
  /** Train also what is up to date. */
  readonly force: boolean;
  readonly numWorkers?: number | undefined;
  /** For a recipe, the command that makes its checkpoint again. */
  readonly commandFor: (recipe: MeasuredRecipe) => string;
  /** For a recipe, the folder of its TensorBoard logs, if it is to have one. */
  readonly logsFor?: (recipe: MeasuredRecipe) => string | undefined;
  /** Called with the summary at the end. */
  readonly onSummary?: (metrics: Metrics) => void;
}

/** Exit code: 0 all well, 1 a run failed, 130 interrupted. */
export async function runRecipes(options: RunOptions): Promise<number> {
  const { named = [], pictures, references = false, maps = false, out, force, commandFor } = options;
  return inFolder(options, async (stage) => {
    const { first, then } = await inOrder(options.recipes, out);
    const recipes = [...first, ...then];
    const isLearned = (name: DatasetName) => recipes.some(({ dataset }) => dataset.name === name);
    const datasets = references ? datasetNames.filter(isLearned) : [];
    const planned = await planSupportNetworks({ recipes, named, datasets, out, force });
    await stage(planned);
    const { supportNetworks } = planned;
    await stage(await planReferences(datasets, { out, supportNetworks, force }));
    const logsFor = options.logsFor ?? (() => undefined);
    for (const runs of [first, then].filter(({ length }) => length > 0)) {
      const request = { recipes: runs, pictures, out, force, commandFor, supportNetworks, logsFor };
      await stage(await planRuns(request));
    }
    if (maps) await stage(await planMaps({ recipes, out, force }));
  });
}

interface MeasureOptions {
  readonly recipes: readonly MeasuredRecipe[];
  /** Data sets whose baselines and marks are measured again. */
  readonly datasets: readonly DatasetName[];
  /** Runs whose maps are made again. */
  readonly mapped: readonly MeasuredRecipe[];
  readonly out: string;
  readonly numWorkers?: number | undefined;
}

/** Measures what is there again, whether it is up to date or not. The exit codes of `runRecipes`. */
export async function measureRecipes(options: MeasureOptions): Promise<number> {
  const { recipes, datasets, mapped, out } = options;
  return inFolder(options, async (stage) => {
    const planned = await planSupportNetworks({ recipes, named: [], datasets, out, force: false });
    await stage(planned);
    const { supportNetworks } = planned;
    await stage(await planReferences(datasets, { out, supportNetworks, force: true }));
    await stage(await planMeasurements({ recipes, out, supportNetworks }));
    await stage(await planMaps({ recipes: mapped, out, force: true }));
  });
}

type Stage = (plan: Plan) => Promise<void>;

/** Prepares the folder, does the stages, and whatever happens leaves it tidy, with its index and summary. */
async function inFolder(
  { out, numWorkers, onSummary }: Pick<RunOptions, 'out' | 'numWorkers' | 'onSummary'>,
  work: (stage: Stage) => Promise<void>,
): Promise<number> {
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(
      `Checkpoints cannot go into ${out}: ${String(error)}. Give another folder with --out.`,
    );
  });
  const tidy = async (): Promise<void> => {
    await removeLeftovers(unshippedFolder(out));
    await removeLeftovers(out);
    // Of a metrics.json that was being written beside its checkpoint.
    for (const entry of await readdir(out, { withFileTypes: true })) {
      if (entry.isDirectory()) await removeLeftovers(join(out, entry.name));
    }
    for (const problem of await collectRuns(out)) process.stderr.write(`Left out: ${problem}\n`);
  };
  return withLock(out, async () => {
    await tidy();
    const exitCode = await work((plan) => runStage(plan, out, numWorkers)).then(
      () => 0,
      (error: unknown) => {
        if (error instanceof StageEnded) return error.exitCode;
        throw error;
      },
    );
    await tidy();
    await writeIndex(out);
    onSummary?.(await readSummary(out));
    return exitCode;
  });
}

/** A stage that did not end well ends the command. */
class StageEnded extends Error {
  readonly exitCode: 1 | 130;
  constructor(exitCode: 1 | 130) {
    super(`stage ended with ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** @throws StageEnded when a job fails or a person interrupts. */
async function runStage(plan: Plan, out: string, numWorkers?: number): Promise<void> {
  const { jobs, numUpToDate, damaged } = plan;
  for (const damage of damaged) process.stderr.write(`${damage}\n`);
  if (numUpToDate > 0) {
    const of = `${numUpToDate} of ${jobs.length + numUpToDate}`;
    process.stderr.write(`${of} up to date in ${out} (--force makes them again).\n`);
  }
  if (jobs.length === 0) return;
  await prepareData(jobs);
  const progress = createProgress(jobs);
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  let failed = 0;
  try {
    await runJobs(jobs, {
      numWorkers,
      signal: interrupt.signal,
      onEvent: (job, event) => {
        if (interrupt.signal.aborted) return;
        if (event.type === 'failed') failed++;
        progress.report(job, event);
      },
    });
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
  progress.finish();
  if (interrupt.signal.aborted) {
    process.stderr.write('Interrupted. What was finished is kept; the same command goes on from there.\n');
    throw new StageEnded(130);
  }
  if (failed > 0) throw new StageEnded(1);
}

/** Once here, so that a download happens once and a missing data set is one error, not one a worker. */
async function prepareData(all: readonly Job[]): Promise<void> {
  const jobs = all.filter((job) => job.kind !== 'map'); // which is made of a checkpoint alone
  const datasetOf = (job: ImageJob): LearnedName =>
    job.kind === 'reference' ? job.dataset : job.recipe.dataset.name;
  for (const name of new Set(jobs.map(datasetOf))) {
    if (name === 'pictures') continue; // which the jobs hold
    const own = jobs.filter((job) => datasetOf(job) === name);
    await loadImages(name, { numImages: 1 });
    if (own.some(needsUnseen)) await loadImages(name, { numImages: 1, split: 'test' });
  }
}

type ImageJob = Exclude<Job, MapJob>;

/** Images that no model learned: a classifier is tested on them, references compare them, and some runs project them. */
const needsUnseen = (job: ImageJob): boolean =>
  job.kind === 'reference' || !job.measures || isProjected(job.recipe as MeasuredRecipe);
