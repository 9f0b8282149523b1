/** The list of checkpoints: complete, and made from the manifests it lists. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../src/contract/checkpoint-index.ts';
import { datasetNames } from '../../src/contract/datasets.ts';
import { checkpointFiles, codeMapFolder } from '../../src/contract/ids.ts';
import { encodeJson } from '../../training/export/encode-json.ts';
import { readManifest } from '../../training/export/read-checkpoint.ts';
import { planMaps } from '../../training/plan/maps.ts';
import { referenceId } from '../../training/plan/references.ts';
import { mappedOf } from '../../training/methods/method-of.ts';
import type { MeasuredRecipe } from '../../training/recipes/recipe.ts';
import { gloRecipes } from '../../training/recipes/glo/recipes.ts';
import { supportNetworks, recipes } from '../../training/methods/registry.ts';
import { readRuns, writeRuns } from '../../training/store/records.ts';
import { indexOf } from '../../training/store/write-index.ts';
import { mostBytes, mostFiles } from './budget.ts';
import { modelsFolder, readIndex } from './folder.ts';

const isMapped = (recipe: MeasuredRecipe): boolean => mappedOf(recipe)?.isMapped(recipe) ?? false;

test('index.json is, to the byte, what its checkpoints give', async () => {
  const written = readFileSync(join(modelsFolder, 'index.json'), 'utf8');
  expect(written).toBe(new TextDecoder().decode(encodeJson(await indexOf(modelsFolder))));
});

test('every checkpoint in the folder is in the index', async () => {
  const listed = readIndex().checkpoints.map(({ id }) => id);
  const entries = await readdir(modelsFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const whole = folders.filter((name) => existsSync(join(modelsFolder, name, checkpointFiles.manifest)));
  expect(whole.sort()).toEqual(listed.sort());
});

test('every recipe of the registry was measured, and nothing else is in the folder', async () => {
  const { runs, problems } = await readRuns(modelsFolder);
  expect(problems).toEqual([]);
  const shipped = recipes.filter(({ ships }) => ships).map(({ id }) => id);
  const others = recipes.filter(({ ships }) => !ships).map(({ id }) => id);
  expect([...runs.keys()]).toEqual(others.sort());
  const entries = await readdir(modelsFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const measured = folders.filter((name) => existsSync(join(modelsFolder, name, checkpointFiles.metrics)));
  const references = datasetNames.map(referenceId);
  expect(measured.sort()).toEqual([...shipped, ...references].sort());
  const pictures = [...runs.values()].filter((run) => run.pictures.size > 0).map(({ record }) => record.id);
  const rest = folders.filter((name) => !measured.includes(name));
  const maps = recipes.filter(isMapped).map(({ id }) => codeMapFolder(id));
  expect(rest.sort()).toEqual([...supportNetworks.map(({ id }) => id), ...pictures, ...maps].sort());
});

test('every map of codes was made by this code, from the checkpoint that is there', async () => {
  const { jobs, damaged } = await planMaps({ recipes, out: modelsFolder, force: false });
  expect(damaged).toEqual([]);
  expect(jobs.map(({ id }) => id)).toEqual([]);
});

test('the records are, to the byte, what they are when they are written again', async () => {
  const { runs } = await readRuns(modelsFolder);
  const again = await mkdtemp(join(tmpdir(), 'records-'));
  await writeRuns(again, runs);
  for (const path of await readdir(again, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const file = join(relative(again, path.parentPath), path.name);
    expect(await readFile(join(again, file)), file).toEqual(await readFile(join(modelsFolder, file)));
  }
  await rm(again, { recursive: true });
});

describe('the folder stays small enough for a repository', () => {
  const sizeOf = (path: string): number =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  const { checkpoints } = readIndex();

  test.each(checkpoints)('$id', ({ id, family }) => {
    expect(sizeOf(join(modelsFolder, id))).toBeLessThanOrEqual(mostBytes.checkpoint[family]);
  });

  test('all measured runs together', async () => {
    const { runs } = await readRuns(modelsFolder);
    const shared = readdirSync(modelsFolder, { withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = shared.reduce((sum, { name }) => sum + statSync(join(modelsFolder, name)).size, 0);
    const shown = [...runs.values()].flatMap(({ pictures }) => [...pictures.values()]);
    const pictures = shown.reduce((sum, { length }) => sum + length, 0);
    expect((bytes + pictures) / runs.size).toBeLessThanOrEqual(mostBytes.measuredRun);
  });

  test('everything', async () => {
    const entries = await readdir(modelsFolder, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => entry.isFile()).length).toBeLessThanOrEqual(mostFiles);
    expect(sizeOf(modelsFolder)).toBeLessThanOrEqual(mostBytes.all);
  });
});

test('every recipe of the registry that ships has its checkpoint, trained with its settings', async () => {
  const shipped = gloRecipes.filter(({ ships }) => ships);
  expect(
    entriesOf(readIndex(), 'glo')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(shipped.map(({ id }) => id).sort());
  for (const { id, title, group, training, dims, dataset } of shipped) {
    expect(await readManifest(join(modelsFolder, id))).toMatchObject({
      id,
      title,
      group,
      training,
      model: dims,
      dataset: { name: dataset.name, numTrainingImages: dataset.numTrainingImages },
    });
  }
});
