/** Each committed game, held to the contract and to its own golden cases in both of the page's runtimes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesOf } from '../../src/contract/checkpoint-index.ts';
import { ganGoldenShapes } from '../../src/contract/families/gan.ts';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { filesOf } from '../../src/contract/manifest.ts';
import { parseRunMetrics } from '../../src/contract/metrics.ts';
import { snapshotEpochsOf } from '../../src/contract/snapshots.ts';
import { ganArchitectureOf } from '../../src/networks/gan/architecture.ts';
import { buildGan, storedShapes } from '../../src/networks/gan/predictor.ts';
import { countParameters } from '../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import { loadGan } from '../../training/methods/gan/files/load.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { ganRecipes } from '../../training/recipes/gan.ts';
import { openGanOnnx } from '../support/onnx.ts';
import { mostDecoderBytes } from './budget.ts';
import { modelsFolder, readIndex } from './folder.ts';

const checkpoints = entriesOf(readIndex(), 'gan');

/** Of the largest expected number: scores of a clipped critic are small. */
function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual).toHaveLength(expected.length);
  const scale = Math.max(...expected.map(Math.abs));
  return actual.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i])), 0) / scale;
}

test('every setting has its first game here', () => {
  const first = ganRecipes.filter(({ training }) => training.seed === 1).map(({ id }) => id);
  expect(checkpoints.map(({ id }) => id).sort()).toEqual(first.sort());
});

test.each(checkpoints)(
  '$id is whole, measured, and runs alike in both runtimes',
  async ({ id, loadBytes }) => {
    const folder = join(modelsFolder, id);
    const { manifest, parameters, history } = await loadGan(folder);
    const { files, model, golden, training, ending, provenance } = manifest;
    const listed = [
      checkpointFiles.manifest,
      checkpointFiles.metrics,
      ...filesOf(manifest).map(({ path }) => path),
    ];
    expect((await readdir(folder)).sort()).toEqual(listed.sort());
    expect(files.weights.bytes).toBe(loadBytes);
    expect(loadBytes).toBeLessThan(mostDecoderBytes.one);
    const { generator, discriminator } = ganArchitectureOf(model);
    expect(model.numParameters).toBe(countParameters([...generator, ...discriminator]));

    const metrics = parseRunMetrics(
      JSON.parse(await readFile(join(folder, checkpointFiles.metrics), 'utf8')) as unknown,
      id,
    );
    expect(metrics).toMatchObject({ id, family: 'gan', training, shipped: true });
    expect(metrics.provenance.codeVersion).toBe(provenance.codeVersion);
    if (ending.kind !== 'diverged') {
      for (const curve of Object.values(history)) expect(curve).toHaveLength(training.numEpochs);
    }

    const cases = requireTensors(
      readTensors(await readFile(join(folder, files.golden.path)), id),
      ganGoldenShapes(manifest),
      id,
    );
    const gan = buildGan(model, parameters);
    const judged = gan.discriminate(cases.images);
    expect(largestDifference(gan.generate(cases.codes), cases.pictures)).toBeLessThan(1e-5);
    expect(largestDifference(judged.scores, cases.scores)).toBeLessThan(1e-5);
    expect(largestDifference(judged.gradients, cases.gradients)).toBeLessThan(1e-5);
    const onnx = await openGanOnnx(await makeOnnx(folder), model);
    const byOnnx = await onnx.discriminate(cases.images);
    expect(largestDifference(await onnx.generate(cases.codes), cases.pictures)).toBeLessThan(
      golden.tolerance,
    );
    expect(largestDifference(byOnnx.scores, cases.scores)).toBeLessThan(golden.tolerance);
    expect(largestDifference(byOnnx.gradients, cases.gradients)).toBeLessThan(golden.tolerance);
  },
);

test('games that the player goes through keep networks that can be read', async () => {
  const played = ganRecipes.filter(({ snapshotEpochs }) => snapshotEpochs.length > 0);
  expect(played.length).toBeGreaterThan(0);
  for (const { id, snapshotEpochs } of played) {
    const folder = join(modelsFolder, id);
    const { manifest } = await loadGan(folder);
    if (manifest.ending.kind !== 'diverged') expect(snapshotEpochsOf(manifest)).toEqual(snapshotEpochs);
    for (const { weights } of manifest.snapshots?.epochs ?? []) {
      const tensors = readTensors(await readFile(join(folder, weights.path)), weights.path);
      requireTensors(tensors, storedShapes(manifest.model), weights.path);
    }
  }
});
