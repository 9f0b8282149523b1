import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { buildCheckpoint } from '../../../../training/methods/glo/files/build-checkpoint.ts';
import { buildClassifierFolder } from '../../../../training/methods/classifier/files/build-classifier.ts';
import { readRunMetrics, readSummary } from '../../../../training/store/read-metrics.ts';
import { writeCheckpoint } from '../../../support/write-checkpoint.ts';
import { indexOf } from '../../../../training/store/write-index.ts';
import { unshippedFolder } from '../../../../training/store/folders.ts';
import { measureRun } from '../../../../training/jobs/measure-run.ts';
import { findTrainingNetwork, planSupportNetworks } from '../../../../training/plan/support-networks.ts';
import type { SupportNetworks } from '../../../../training/plan/plan.ts';
import { planReferences } from '../../../../training/plan/references.ts';
import { planMeasurements, planRuns } from '../../../../training/plan/runs.ts';
import { trainingVersion } from '../../../../training/plan/versions.ts';
import { classifierRecipes } from '../../../../training/recipes/classifiers.ts';
import { contractVersion } from '../../../../src/contract/parts.ts';
import { gloRecipes } from '../../../../training/recipes/glo/recipes.ts';
import type { GloRecipe } from '../../../../training/recipes/glo/vary.ts';
import { recipes } from '../../../../training/methods/registry.ts';
import { collectRuns } from '../../../../training/store/records.ts';
import { listStored, readMeasurable } from '../../../../training/store/stored-recipes.ts';
import { randomClassifier } from '../../../support/naive-classifier.ts';
import { trainedRun } from '../../../support/trained-run.ts';
import { digitShape } from '../../../support/digit-shape.ts';

/** Two runs of the random model, trained as far as any plan can tell: one ships its weights, the other does not. */
function recipeOf(contentNoiseStd: number, ships: boolean): GloRecipe {
  const { id, title, group, dataset, model, training } = trainedRun(contentNoiseStd);
  const { name, numTrainingImages } = dataset;
  return {
    ...{ id, title, group, training, ships },
    dataset: { name, numTrainingImages },
    dims: { classDim: model.dims.classDim, contentDim: model.dims.contentDim },
    family: 'glo',
    evaluation: 'light',
    showsTransfers: false,
    drawsEpochs: false,
    snapshotEpochs: [],
  };
}
const shipped = recipeOf(0.3, true);
const unshipped = recipeOf(2, false);
const asked = [shipped, unshipped];

let scratch: string;
/** Everything trained and measured. */
let made: string;
let supportNetworks: SupportNetworks;
beforeAll(async () => {
  await startWasmBackend();
  scratch = await mkdtemp(join(tmpdir(), 'glo-plan-'));
  made = join(scratch, 'made');
  const judge = join(scratch, 'classifier-strokes-judge');
  supportNetworks = {
    evaluationClassifierFor: () => judge,
    evaluationClassifier: () => judge,
    auxiliaryClassifierFor: () => judge,
    trainingNetwork: () => undefined,
  };
  await writeJudge(scratch);
  const version = await trainingVersion(shipped, undefined);
  const { jobs } = await plan(made);
  for (const [job, std] of [[jobs[0], 0.3] as const, [jobs[1], 2] as const]) {
    const provenance = { command: job.provenance.command, codeVersion: version };
    const checkpoint = buildCheckpoint({ ...trainedRun(std), provenance });
    await writeCheckpoint(job.recipe.ships ? made : unshippedFolder(made), checkpoint);
    await measureRun(job);
  }
  await collectRuns(made);
}, 60_000);
afterAll(() => rm(scratch, { recursive: true }));

let out: string;
let numFolders = 0;
beforeEach(async () => {
  out = join(scratch, `out-${++numFolders}`);
  await cp(made, out, { recursive: true }).catch(() => undefined);
});

/** An evaluation classifier with random weights. */
async function writeJudge(into: string, seed = 'evaluationClassifier'): Promise<void> {
  const [recipe] = classifierRecipes.filter(({ id }) => id === 'classifier-strokes-judge');
  const { id, title, network, training } = recipe;
  const config = { ...network, numClasses: 10, ...digitShape };
  await writeCheckpoint(
    into,
    buildClassifierFolder({
      ...{ id, title, config, training },
      dataset: { ...recipe.dataset, split: 'train', firstImage: 0, sha256: '0'.repeat(64) },
      parameters: randomClassifier(config, createRandom(seed)),
      test: makeStrokes({ seed: 'test', numImages: 30 }),
      provenance: {
        command: 'npm test',
        codeVersion: await trainingVersion(recipe, undefined),
      },
    }),
  );
}

const plan = (into: string, changed: readonly GloRecipe[] = asked, force = false) =>
  planRuns({
    recipes: changed,
    out: into,
    force,
    commandFor: ({ id }) => `npm run train -- ${id}`,
    supportNetworks,
    logsFor: () => undefined,
  });
const summary = async (planned: ReturnType<typeof plan>) => {
  const { jobs, numUpToDate, damaged } = await planned;
  return { jobs: jobs.map(({ id, trains, measures }) => ({ id, trains, measures })), numUpToDate, damaged };
};
const everything = (id: string) => ({ id, trains: true, measures: true });
const measurement = (id: string) => ({ id, trains: false, measures: true });
const nothing = { jobs: [], numUpToDate: 2, damaged: [] };

describe('planRuns', () => {
  test('asks for everything where nothing is', async () => {
    expect(await summary(plan(join(scratch, 'nowhere')))).toEqual({
      jobs: asked.map(({ id }) => everything(id)),
      numUpToDate: 0,
      damaged: [],
    });
  });

  test('asks for nothing where everything is', async () => {
    expect(await summary(plan(out))).toEqual(nothing);
  });

  test('asks for everything again by force', async () => {
    expect((await summary(plan(out, asked, true))).jobs).toEqual(asked.map(({ id }) => everything(id)));
  });

  test('trains again what is damaged, and says what that is', async () => {
    const weights = join(out, shipped.id, 'weights.safetensors');
    await truncate(weights, 1000);
    const { jobs, numUpToDate, damaged } = await summary(plan(out));
    expect(jobs).toEqual([everything(shipped.id)]);
    expect(numUpToDate).toBe(1);
    expect(damaged).toHaveLength(1);
    expect(damaged[0]).toMatch(
      /^.+sigma0\.3 is made again: weights\.safetensors has 1000 bytes, expected \d+$/,
    );
  });

  test('measures again what was damaged, or measured by other code or with another evaluationClassifier', async () => {
    const path = join(out, shipped.id, 'metrics.json');
    const text = await readFile(path, 'utf8');
    const again = { jobs: [measurement(shipped.id)], numUpToDate: 1 };
    await writeFile(path, text.slice(0, 50));
    const damaged = await summary(plan(out));
    expect(damaged).toMatchObject(again);
    expect(damaged.damaged[0]).toMatch(/metrics\.json is made again: it is not JSON: /);
    await writeFile(
      path,
      text.replace(/"evaluationVersion": "[0-9a-f]+"/, `"evaluationVersion": "${'0'.repeat(64)}"`),
    );
    expect(await summary(plan(out))).toEqual({ ...again, damaged: [] });
    await rm(path);
    expect(await summary(plan(out))).toEqual({ ...again, damaged: [] });
  });

  test('takes what was measured on a run that is not shipped, without its weights', async () => {
    await rm(unshippedFolder(out), { recursive: true });
    expect(await summary(plan(out))).toEqual(nothing);
    await rm(join(out, 'runs.jsonl'));
    expect((await summary(plan(out))).jobs).toEqual([everything(unshipped.id)]);
  });

  test('measures a run that is not shipped from the weights that were kept', async () => {
    await rm(join(out, 'runs.jsonl'));
    expect((await summary(plan(out))).jobs).toEqual([measurement(unshipped.id)]);
  });

  test('trains again what has other settings, and measures again what is measured otherwise', async () => {
    const longer = { ...shipped, training: { ...shipped.training, numEpochs: 3 } };
    expect((await summary(plan(out, [longer]))).jobs).toEqual([everything(shipped.id)]);
    const fuller: GloRecipe = { ...shipped, evaluation: 'full' };
    expect((await summary(plan(out, [fuller]))).jobs).toEqual([measurement(shipped.id)]);
  });
});

describe('what measuring leaves', () => {
  test('weights with a shipped run, and a line and a row of a sheet of one that is not', async () => {
    expect(await readdir(join(made, shipped.id))).toContain('weights.safetensors');
    expect((await readdir(made)).sort()).toEqual(
      [shipped.id, 'runs.jsonl', 'transfers-strokes.png', 'unshipped'].sort(),
    );
    expect((await readRunMetrics(join(made, shipped.id))).shipped).toBe(true);
    const [line] = (await readFile(join(made, 'runs.jsonl'), 'utf8')).trim().split('\n');
    expect(JSON.parse(line)).toMatchObject({
      id: unshipped.id,
      shipped: false,
      history: { loss: [0.312346, 0.2] },
    });
  });

  test('also the samples of a run whose mistake only shows there, and the plan misses them', async () => {
    const { training } = trainedRun(2);
    const changed = { training: { ...training, mistake: 'statistics-axis' } } as const;
    const recipe: GloRecipe = { ...unshipped, ...changed };
    const [job] = (await plan(out, [recipe])).jobs;
    const { command, codeVersion: version } = job.provenance;
    const provenance = { command, codeVersion: version };
    const checkpoint = buildCheckpoint({ ...trainedRun(2), ...changed, provenance });
    await writeCheckpoint(unshippedFolder(out), checkpoint);
    await measureRun(job);
    await collectRuns(out);
    const samples = join(out, recipe.id, 'preview-samples.png');
    expect(await readFile(samples)).toEqual(Buffer.from(checkpoint.files.get('preview-samples.png') ?? []));
    expect((await summary(plan(out, [recipe]))).jobs).toEqual([]);
    await rm(samples);
    expect((await summary(plan(out, [recipe]))).jobs).toEqual([measurement(recipe.id)]);
  });

  test('planMeasurements and measureRun give the same bytes from the files', async () => {
    const stored = await listStored(out);
    expect([...stored]).toEqual([
      [shipped.id, true],
      [unshipped.id, false],
    ]);
    const read = await Promise.all([...stored].map(([id, ships]) => readMeasurable(out, id, ships)));
    const again = read.filter((recipe) => recipe !== undefined);
    await rm(join(out, shipped.id, 'metrics.json'));
    await rm(join(out, 'runs.jsonl'));
    const { jobs } = await planMeasurements({ recipes: again, out, supportNetworks });
    for (const job of jobs) await measureRun(job);
    await collectRuns(out);
    for (const path of [join(shipped.id, 'metrics.json'), 'runs.jsonl', 'transfers-strokes.png']) {
      expect(await readFile(join(out, path))).toEqual(await readFile(join(made, path)));
    }
  });

  test('index and summary hold runs alone: no lock, no leftovers, nothing that is not shipped as weights', async () => {
    await writeFile(join(out, '.lock'), '1');
    await cp(join(out, shipped.id), join(out, `${shipped.id}.partial-99999999`), { recursive: true });
    await cp(join(out, shipped.id), join(out, `${shipped.id}.old-99999999`), { recursive: true });
    expect((await indexOf(out)).checkpoints.map(({ id }) => id)).toEqual([shipped.id]);
    const { settings } = await readSummary(out);
    expect(settings.map(({ id, shipped: ships }) => [id, ships])).toEqual([
      [shipped.id, true],
      [unshipped.id, false],
    ]);
  });
});

describe('planSupportNetworks', () => {
  const request = { recipes: asked, named: [], datasets: [], out: '', force: false } as const;

  test('takes the evaluation classifier that is in the folder', async () => {
    const { jobs, supportNetworks: found } = await planSupportNetworks({ ...request, out: scratch });
    expect(jobs).toEqual([]);
    expect(found.evaluationClassifierFor('strokes')).toBe(supportNetworks.evaluationClassifierFor('strokes'));
  });

  test('trains one that was asked for by name when it has other settings', async () => {
    const [recipe] = classifierRecipes.filter(({ id }) => id === 'classifier-strokes-judge');
    const named = { ...request, recipes: [], out: scratch };
    expect((await planSupportNetworks({ ...named, named: [recipe] })).numUpToDate).toBe(1);
    for (const changed of [
      { ...recipe, title: 'Another' },
      { ...recipe, network: { ...recipe.network, numFeatures: 32 } },
      { ...recipe, dataset: { ...recipe.dataset, numTrainingImages: 500 } },
      { ...recipe, training: { ...recipe.training, seed: 9 } },
    ]) {
      const { jobs, numUpToDate } = await planSupportNetworks({ ...named, named: [changed] });
      expect(jobs.map(({ id }) => id)).toEqual([recipe.id]);
      expect(numUpToDate).toBe(0);
    }
  });

  test('floors and marks take every classifier of their data set, whichever recipes a shard has', async () => {
    const mnist = recipes.filter(({ id }) => id === 'glo-mnist-exercise-sigma0');
    const planned = await planSupportNetworks({ ...request, recipes: mnist, datasets: ['mnist'], out });
    const { evaluationClassifierFor, auxiliaryClassifierFor } = planned.supportNetworks;
    expect(evaluationClassifierFor('mnist')).toContain('classifier-mnist-judge');
    expect(auxiliaryClassifierFor('mnist')).toContain('classifier-mnist-critic');
  });
});

describe('planReferences', () => {
  test('asks for baselines that are missing or damaged, and says which are damaged', async () => {
    const id = 'reference-strokes-floors';
    const missing = await planReferences(['strokes'], { out, supportNetworks, force: false });
    expect(missing.jobs.map((job) => job.id)).toEqual([id]);
    expect(missing.damaged).toEqual([]);
    await mkdir(join(out, id));
    const write = (version: string) =>
      writeFile(
        join(out, id, 'metrics.json'),
        JSON.stringify({
          contractVersion,
          id,
          dataset: 'strokes',
          metrics: {},
          provenance: {
            command: 'npm test',
            evaluationVersion: version,
            evaluationClassifier: '0'.repeat(64),
          },
        }),
      );
    await write(missing.jobs[0].provenance.evaluationVersion);
    expect((await planReferences(['strokes'], { out, supportNetworks, force: false })).jobs).toEqual([]);
    await write('other');
    expect((await planReferences(['strokes'], { out, supportNetworks, force: false })).jobs).toHaveLength(1);
    await writeFile(join(out, id, 'metrics.json'), '');
    expect((await planReferences(['strokes'], { out, supportNetworks, force: false })).damaged[0]).toContain(
      'metrics.json is made again: it is not JSON',
    );
  });
});

test('a recipe that needs a classifier where there is none is refused with what to do', async () => {
  const [guided] = gloRecipes.filter(({ training }) => training.guidance !== null);
  const asksFor = (id: string): GloRecipe => {
    const { guidance } = guided.training;
    if (guidance === null) throw new Error('guided in name only');
    return {
      ...guided,
      training: { ...guided.training, guidance: { ...guidance, auxiliaryClassifier: id } },
    };
  };
  await expect(findTrainingNetwork(asksFor('classifier-mnist-none'), out)).rejects.toThrow(
    'needs classifier-mnist-none, which is not there. Train it: npm run train -- classifier-mnist-none',
  );
  const request = { recipes: [asksFor('classifier-mnist-none')], named: [], datasets: [], out, force: false };
  await expect(planSupportNetworks(request)).rejects.toThrow(
    'needs classifier-mnist-none, and there is no recipe for it.',
  );
  expect(await findTrainingNetwork(shipped, out)).toBeUndefined();
});
