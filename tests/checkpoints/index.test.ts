/** The list of checkpoints: complete, and made from the manifests it lists. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeJson } from '../../training/export/build-checkpoint.ts';
import { readManifest } from '../../training/export/read-checkpoint.ts';
import { indexOf } from '../../training/export/write-index.ts';
import { recipes } from '../../training/recipes/registry.ts';
import { modelsFolder, readIndex } from './folder.ts';

test('index.json is, to the byte, what its checkpoints give', async () => {
  const written = readFileSync(join(modelsFolder, 'index.json'), 'utf8');
  expect(written).toBe(new TextDecoder().decode(encodeJson(await indexOf(modelsFolder))));
});

test('the folder holds the checkpoints of the index and nothing else', async () => {
  const listed = readIndex().checkpoints.map(({ id }) => id);
  expect((await readdir(modelsFolder)).sort()).toEqual([...listed, 'index.json'].sort());
});

test('every recipe of the registry has its checkpoint, trained with its settings', async () => {
  expect(
    readIndex()
      .checkpoints.map(({ id }) => id)
      .sort(),
  ).toEqual(recipes.map(({ id }) => id).sort());
  for (const { id, title, training, dims, dataset } of recipes) {
    expect(await readManifest(join(modelsFolder, id))).toMatchObject({
      id,
      title,
      training,
      model: dims,
      dataset: { name: dataset.name, numImages: dataset.numImages },
    });
  }
});
