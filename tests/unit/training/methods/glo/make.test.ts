/** A run that keeps earlier epochs: they are what a shorter run ends with, byte for byte. Strokes, so nothing is downloaded. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GloManifest, codeShapes, withFirstImages } from '../../../../../src/contract/families/glo.ts';
import { snapshotEpochsOf } from '../../../../../src/contract/snapshots.ts';
import { readTensors, requireTensors } from '../../../../../src/networks/tensors-file.ts';
import { checkCheckpointOf } from '../../../../../training/export/read-checkpoint.ts';
import { isUpToDate } from '../../../../../training/plan/support-networks.ts';
import { vary, type GloRecipe } from '../../../../../training/recipes/glo/vary.ts';
import { recipeOf } from '../../../../../training/store/stored-recipes.ts';
import { trainRun } from '../../../../../training/jobs/train-run.ts';

const recipeFor = (numEpochs: number, snapshotEpochs: readonly number[]): GloRecipe => {
  const recipe = vary({
    name: 'snapshots',
    says: 'a small run',
    group: 'strokes',
    datasetName: 'strokes',
    numTrainingImages: 120,
    contentNoiseStd: 0.3,
    contentDim: 4,
    ships: true,
    snapshotEpochs,
  });
  return { ...recipe, training: { ...recipe.training, numEpochs } };
};

let scratch: string;
/** Trains into a folder of its own. */
async function train(recipe: GloRecipe, name: string): Promise<{ folder: string; manifest: GloManifest }> {
  const out = join(scratch, name);
  await trainRun(
    {
      kind: 'run',
      id: recipe.id,
      out,
      recipe,
      trains: true,
      measures: false,
      numSteps: 1,
      provenance: { command: 'npm test', codeVersion: '0'.repeat(64) },
    },
    () => undefined,
  );
  const folder = join(out, recipe.id);
  return { folder, manifest: await checkCheckpointOf('glo', folder) };
}

describe('a run with snapshots', () => {
  let long: Awaited<ReturnType<typeof train>>;
  let short: Awaited<ReturnType<typeof train>>;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'glo-snapshots-'));
    long = await train(recipeFor(3, [1, 2]), 'long');
    short = await train(recipeFor(2, []), 'short');
  }, 60_000);
  afterAll(() => rm(scratch, { recursive: true }));

  test('names them in its manifest, and a run without them names none', () => {
    expect(snapshotEpochsOf(long.manifest)).toEqual([1, 2]);
    expect(long.manifest.snapshots?.numImages).toBe(100);
    expect(long.manifest.snapshots?.epochs[1].codes.path).toBe('epoch2-codes.safetensors');
    expect(short.manifest.snapshots).toBeUndefined();
  });

  test('after epoch 2 has the weights of a run of two epochs, and no others', async () => {
    const read = ({ folder }: typeof long, path: string) => readFile(join(folder, path));
    const last = await read(short, 'weights.safetensors');
    expect(await read(long, 'epoch2-weights.safetensors')).toEqual(last);
    expect(await read(long, 'epoch1-weights.safetensors')).not.toEqual(last);
    expect(await read(long, 'weights.safetensors')).not.toEqual(last);
  });

  test('after epoch 2 has its class codes and the content codes of its first 100 images', async () => {
    const codesOf = async ({ folder }: typeof long, path: string, numImages: number) =>
      requireTensors(
        readTensors(await readFile(join(folder, path)), path),
        codeShapes({
          ...long.manifest,
          dataset: withFirstImages(long.manifest.dataset, numImages),
        }),
        path,
      );
    const kept = await codesOf(long, 'epoch2-codes.safetensors', 100);
    const all = await codesOf(short, 'codes.safetensors', 120);
    expect(kept.class_codes).toEqual(all.class_codes);
    expect(kept.content_codes).toEqual(all.content_codes.subarray(0, 100 * 4));
  });

  test('is up to date for the recipe that asks for these epochs, and its manifest gives that recipe again', async () => {
    const { folder, manifest } = long;
    const version = manifest.provenance.codeVersion;
    expect(recipeOf(manifest, true)).toMatchObject({ snapshotEpochs: [1, 2] });
    expect(await isUpToDate(folder, recipeFor(3, [1, 2]), version)).toBe(true);
    expect(await isUpToDate(folder, recipeFor(3, [1]), version)).toBe(false);
    expect(await isUpToDate(folder, recipeFor(3, []), version)).toBe(false);
  });

  test('is damaged when a file of a snapshot is gone', async () => {
    await rm(join(long.folder, 'epoch1-codes.safetensors'));
    await expect(checkCheckpointOf('glo', long.folder)).rejects.toThrow(
      'epoch1-codes.safetensors is missing',
    );
  });
});
