/** Runs that keep earlier epochs: their files hold the network and the codes they should, and draw what was seen at the time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { beforeAll, describe, expect, test } from 'vitest';
import { type GloManifest, withFirstImages } from '../../src/contract/families/glo.ts';
import { entriesOf } from '../../src/contract/checkpoint-index.ts';
import { epochsPicture } from '../../src/contract/previews.ts';
import { numPixels } from '../support/digit-shape.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { createEpochsPicture } from '../../training/methods/glo/files/epochs-picture.ts';
import { checkCheckpointOf } from '../../training/export/read-checkpoint.ts';
import type { GloModel } from '../../training/methods/glo/model.ts';
import { gloRecipes } from '../../training/recipes/glo/recipes.ts';
import { readModel } from '../support/stored-model.ts';
import { modelsFolder, readIndex } from './folder.ts';

const asked = gloRecipes.filter(({ snapshotEpochs }) => snapshotEpochs.length > 0).map(({ id }) => id);

function readSnapshots(manifest: GloManifest): (GloModel & { epoch: number })[] {
  const { numImages = 0, epochs = [] } = manifest.snapshots ?? {};
  return epochs.map(({ epoch, ...files }) => ({ epoch, ...readModel(manifest, { ...files, numImages }) }));
}

/** Alpha in [0, 1], row by row. */
function inkOf(png: Uint8Array): { readonly width: number; readonly intensity: Float32Array } {
  const { width, data, palette = [] } = decode(png);
  return { width, intensity: Float32Array.from(data, (index) => (palette[index][3] ?? 255) / 255) };
}

beforeAll(() => startWasmBackend());

test('the runs that keep earlier epochs are those of the registry', async () => {
  const kept: string[] = [];
  for (const { id } of entriesOf(readIndex(), 'glo')) {
    const { snapshots } = await checkCheckpointOf('glo', join(modelsFolder, id));
    if (snapshots) kept.push(id);
  }
  expect(kept.sort()).toEqual([...asked].sort());
});

describe.each(asked)('%s', (id) => {
  test('keeps the epochs of its recipe, with the codes of a hundred images', async () => {
    const manifest = await checkCheckpointOf('glo', join(modelsFolder, id));
    const recipe = gloRecipes.find((each) => each.id === id);
    const snapshots = readSnapshots(manifest);
    expect(snapshots.map(({ epoch }) => epoch)).toEqual(recipe?.snapshotEpochs);
    expect(manifest.snapshots?.numImages).toBe(100);
    // Among them each class, for the figure to choose one of each from.
    expect(new Set(manifest.dataset.labels.slice(0, 100)).size).toBe(manifest.model.numClasses);
  });

  test('draws what its picture of every epoch shows, where it has one', async () => {
    const manifest = await checkCheckpointOf('glo', join(modelsFolder, id));
    const { files, model, dataset, snapshots } = manifest;
    if (!files.epochs) return;
    const picture = createEpochsPicture({
      dataset: withFirstImages(dataset, snapshots?.numImages ?? 0),
      model,
    });
    const kept = readSnapshots(manifest);
    for (const snapshot of kept) picture.add(snapshot);
    const drawn = inkOf(picture.encode());
    const shown = inkOf(readFileSync(join(modelsFolder, id, files.epochs.path)));
    expect(drawn.width).toBe(shown.width);
    const rowLength = 2 * epochsPicture.classes.length * numPixels;
    kept.forEach(({ epoch }, row) => {
      const now = drawn.intensity.subarray(row * rowLength, (row + 1) * rowLength);
      const then = shown.intensity.subarray((epoch - 1) * rowLength, epoch * rowLength);
      const largest = now.reduce((most, intensity, i) => Math.max(most, Math.abs(intensity - then[i])), 0);
      // One of 64 amounts apart, and what rounding the weights to halves does.
      expect(largest, `epoch ${epoch}`).toBeLessThan(0.04);
    });
  });
});
