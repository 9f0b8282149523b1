/** The list of checkpoints: complete, and made from the manifests it lists. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { parseMetrics } from '../../src/contract/metrics.ts';
import { encodeJson } from '../../training/export/encode-json.ts';
import { readManifest } from '../../training/export/read-checkpoint.ts';
import { indexOf } from '../../training/store/write-index.ts';
import { classifierRecipes } from '../../training/recipes/classifiers.ts';
import { recipes } from '../../training/recipes/registry.ts';
import { modelsFolder, readIndex } from './folder.ts';

test('index.json is, to the byte, what its checkpoints give', async () => {
  const written = readFileSync(join(modelsFolder, 'index.json'), 'utf8');
  expect(written).toBe(new TextDecoder().decode(encodeJson(await indexOf(modelsFolder))));
});

test('every checkpoint in the folder is in the index', async () => {
  const listed = readIndex().checkpoints.map(({ id }) => id);
  const entries = await readdir(modelsFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const whole = folders.filter((name) => existsSync(join(modelsFolder, name, checkpointFiles.weights)));
  const generators = whole.filter((name) => name.startsWith('glo-'));
  expect(generators.sort()).toEqual(listed.sort());
});

test('every checkpoint was measured, and what was measured says which checkpoints there are', () => {
  const path = join(modelsFolder, checkpointFiles.metrics);
  const { settings } = parseMetrics(JSON.parse(readFileSync(path, 'utf8')), path);
  const shipped = settings.filter((setting) => setting.shipped).map(({ id }) => id);
  expect(shipped.sort()).toEqual(
    readIndex()
      .checkpoints.map(({ id }) => id)
      .sort(),
  );
});

test('every recipe of the registry was measured, and nothing else is in the folder', async () => {
  const entries = await readdir(modelsFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const measured = folders.filter((name) => existsSync(join(modelsFolder, name, checkpointFiles.metrics)));
  const references = ['mnist', 'strokes'].map((name) => `reference-${name}-floors`);
  expect(measured.sort()).toEqual([...recipes.map(({ id }) => id), ...references].sort());
  const others = folders.filter((name) => !measured.includes(name));
  expect(others.sort()).toEqual(classifierRecipes.map(({ id }) => id).sort());
});

test('the folder stays small enough for a repository', async () => {
  const entries = await readdir(modelsFolder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25e6);
});

test('every recipe of the registry that ships has its checkpoint, trained with its settings', async () => {
  const shipped = recipes.filter(({ ships }) => ships);
  expect(
    readIndex()
      .checkpoints.map(({ id }) => id)
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
