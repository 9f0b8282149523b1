/** Each committed checkpoint with encoders for GLO, held to the contract, to its first stage and to its golden cases in both of the page's runtimes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { entriesOf } from '../../src/contract/checkpoint-index.ts';
import { amortizedGoldenShapes, foundShapes } from '../../src/contract/families/amortized.ts';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { filesOf } from '../../src/contract/manifest.ts';
import { parseRunMetrics } from '../../src/contract/metrics.ts';
import { codeEncoderLayers } from '../../src/networks/amortized/architecture.ts';
import { codesOfRows, rowsOfCodes } from '../../src/networks/generator/code-rows.ts';
import { buildCodeEncoders } from '../../src/networks/amortized/predictor.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { buildPredictor } from '../../src/networks/generator/predictor.ts';
import { countParameters } from '../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import { loadAmortized } from '../../training/methods/amortized/files/load.ts';
import { loadCheckpoint } from '../../training/methods/glo/files/load-checkpoint.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { amortizedRecipes } from '../../training/recipes/amortized.ts';
import { openAmortizedOnnx } from '../support/onnx.ts';
import { mostDecoderBytes } from './budget.ts';
import { modelsFolder, readIndex } from './folder.ts';

const checkpoints = entriesOf(readIndex(), 'amortized');
beforeAll(() => startWasmBackend());

const largestDifference = (actual: Float32Array, expected: Float32Array): number => {
  expect(actual).toHaveLength(expected.length);
  return actual.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i])), 0);
};

test('the first seed of every setting is here', () => {
  const first = amortizedRecipes.filter(({ training }) => training.seed === 1).map(({ id }) => id);
  expect(checkpoints.map(({ id }) => id).sort()).toEqual(first.sort());
});

test.each(checkpoints)(
  '$id is whole, measured, and runs alike in both runtimes',
  async ({ id, loadBytes }) => {
    const folder = join(modelsFolder, id);
    const { manifest, generator, encoders: parameters, classCodes } = await loadAmortized(folder);
    const { files, model, golden, training, source, shown, provenance } = manifest;
    const listed = [
      checkpointFiles.manifest,
      checkpointFiles.metrics,
      ...filesOf(manifest).map(({ path }) => path),
    ];
    expect((await readdir(folder)).sort()).toEqual(listed.sort());
    expect(files.weights.bytes + files.codes.bytes).toBe(loadBytes);
    expect(loadBytes).toBeLessThan(mostDecoderBytes.one);
    expect(model.numParameters).toBe(countParameters(codeEncoderLayers(model)));
    const metrics = parseRunMetrics(
      JSON.parse(await readFile(join(folder, checkpointFiles.metrics), 'utf8')) as unknown,
      id,
    );
    expect(metrics).toMatchObject({ id, family: 'amortized', training, source, shipped: true });
    expect(metrics.provenance.codeVersion).toBe(provenance.codeVersion);

    const first = await loadCheckpoint(join(modelsFolder, source.id));
    expect(classCodes).toEqual(first.classCodes);
    const isFrozen = training.generatorRate === 0;
    const same = largestDifference(generator['dense1.weight'], first.parameters['dense1.weight']) === 0;
    expect(same).toBe(isFrozen);

    const cases = requireTensors(
      readTensors(await readFile(join(folder, files.golden.path)), id),
      amortizedGoldenShapes(manifest),
      id,
    );
    const codes = codesOfRows(model, cases.codes);
    const encoders = buildCodeEncoders(model, parameters);
    const predictor = buildPredictor(model, generator);
    expect(largestDifference(rowsOfCodes(model, encoders.encode(cases.images)), cases.codes)).toBeLessThan(
      1e-5,
    );
    expect(largestDifference(predictor.predict(codes), cases.pictures)).toBeLessThan(1e-5);
    const onnx = await openAmortizedOnnx(await makeOnnx(folder), model);
    const byOnnx = rowsOfCodes(model, await onnx.encode(cases.images));
    expect(largestDifference(byOnnx, cases.codes)).toBeLessThan(golden.tolerance);
    expect(largestDifference(await onnx.generate(codes), cases.pictures)).toBeLessThan(golden.tolerance);
    predictor.dispose();

    const found = requireTensors(
      readTensors(await readFile(join(folder, files.codes.path)), id),
      foundShapes(manifest),
      id,
    );
    expect(shown.images).toHaveLength(model.numClasses);
    // A search from the encoders' codes keeps their class, and one alone has a learned one.
    const [encoded, refined, searched] = [found.encoded, found.refined, found.searched].map((rows) =>
      codesOfRows(model, rows),
    );
    expect(refined.classCodes).toEqual(encoded.classCodes);
    expect(refined.contentCodes).not.toEqual(encoded.contentCodes);
    for (let i = 0; i < searched.count; i++) {
      const own = searched.classCodes.slice(i * model.classDim, (i + 1) * model.classDim).join();
      const learned = Array.from({ length: model.numClasses }, (_, label) =>
        classCodes.slice(label * model.classDim, (label + 1) * model.classDim).join(),
      );
      expect(learned).toContain(own);
    }
  },
);
