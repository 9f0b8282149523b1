/**
 * The seam of families: no file names one but its own rooms, the tables, and the figures that show it. A family of a few lines, entered in
 * the tables alone, is trained, checked, listed and known to be up to date.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type * as Families from '../../src/contract/families.ts';
import { filesOf } from '../../src/contract/manifest.ts';
import { checkCheckpoint } from '../../training/export/read-checkpoint.ts';
import { trainRun } from '../../training/jobs/train-run.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import type * as Table from '../../training/methods/table.ts';
import { isUpToDate } from '../../training/plan/support-networks.ts';
import { trainingVersion } from '../../training/plan/versions.ts';
import type { Recipe } from '../../training/recipes/recipe.ts';
import { supportNetworks } from '../../training/methods/registry.ts';
import { recipeOf } from '../../training/store/stored-recipes.ts';
import { indexOf } from '../../training/store/write-index.ts';
import { meanGraph, meanRecipe } from '../support/mean-family.ts';

/**
 * Whose business a family is: what it is made of, the tables that list all of them, the figures and the library, which show models of one, and what of the
 * engine serves those: the training in the page, the four runtimes, a reader's own models.
 */
const rooms =
  /^(?:src\/contract\/families[./]|src\/networks\/(?:generator|classifier)\/|training\/methods\/(?:amortized|autoencoder|classifier|glo|vae)\/|training\/recipes\/(?:glo\/|amortized\.ts|autoencoder\.ts|classifiers\.ts|vae\.ts)|training\/methods\/table\.ts|src\/engine\/(?:tables\.ts|part-of-checkpoint\.ts|own-models\.ts|adapters\/|runtimes\/|training\/)|src\/components\/(?:figures|build)\/|src\/library\/)/;
/** A family as a value, a module of its part of the contract, or a name made of it; what is cited and an element of charts are not one. */
const family =
  /'(?:amortized|autoencoder|classifier|glo|vae)'|families\/(?:amortized|autoencoder|classifier|glo|vae)\.ts|\b(?:autoencoder|Autoencoder|glo|Glo|vae|Vae)(?!Chart)[A-Z]\w*/;
const citation = '<References ids=';

test('no file names a family but its rooms, the tables and the figures', async () => {
  const naming: string[] = [];
  for (const folder of ['src', 'training']) {
    for (const name of await readdir(folder, { recursive: true })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!/\.(?:tsx?|astro|mdx)$/.test(path) || rooms.test(path)) continue;
      for (const line of (await readFile(path, 'utf8')).split('\n')) {
        if (family.test(line) && !line.includes(citation)) naming.push(`${path}: ${line.trim()}`);
      }
    }
  }
  expect(naming).toEqual([]);
});

vi.mock('../../src/contract/families.ts', async (original) => {
  const mean = await import('../support/mean-family.ts');
  const families = await original<typeof Families>();
  return {
    ...families,
    manifestSchemas: [...families.manifestSchemas, mean.meanManifestSchema],
    entrySchemas: [...families.entrySchemas, mean.meanEntrySchema],
    entryOf: { ...families.entryOf, mean: mean.meanEntryOf },
  };
});
vi.mock('../../training/methods/table.ts', async (original) => {
  const { meanMethod } = await import('../support/mean-family.ts');
  const { methods } = await original<typeof Table>();
  return { methods: { ...methods, mean: meanMethod } };
});

test('a family that the tables list is trained, checked, listed, drawn as a graph and found up to date', async () => {
  const out = await mkdtemp(join(tmpdir(), 'mean-family-'));
  try {
    const recipe = meanRecipe as unknown as Recipe;
    expect(supportNetworks).toContain(recipe);
    const codeVersion = await trainingVersion(recipe, undefined);
    const losses: number[] = [];
    await trainRun(
      {
        kind: 'run',
        id: recipe.id,
        out,
        recipe,
        trains: true,
        measures: false,
        numSteps: 1,
        provenance: { command: `npm run train -- ${recipe.id}`, codeVersion },
      },
      ({ loss }) => losses.push(loss),
    );
    expect(losses).toEqual([0]);

    const folder = join(out, recipe.id);
    const manifest = await checkCheckpoint(folder);
    expect(filesOf(manifest).map(({ path }) => path)).toEqual(['mean.bin']);
    expect(recipeOf(manifest, true)).toBe(recipe);
    expect(await makeOnnx(folder)).toEqual(meanGraph);
    expect((await indexOf(out)).checkpoints).toEqual([{ id: recipe.id, family: 'mean', dataset: 'strokes' }]);
    expect(await isUpToDate(folder, recipe, codeVersion)).toBe(true);
    expect(await isUpToDate(folder, recipe, 'another version')).toBe(false);
  } finally {
    await rm(out, { recursive: true });
  }
});
