/** Each committed checkpoint, held to the contract and to its own golden images in both of the page's runtimes. */
import { convertIndexedToRgb, decode } from 'fast-png';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHistory } from '../../src/contract/history.ts';
import { checkpointFiles, previewKinds } from '../../src/contract/ids.ts';
import { type GloManifest, codeShapes, goldenShapes } from '../../src/contract/families/glo.ts';
import { entriesOf } from '../../src/contract/checkpoint-index.ts';
import { filesOf } from '../../src/contract/manifest.ts';
import type { Shapes } from '../../src/contract/safetensors.ts';
import { parseRunMetrics } from '../../src/contract/metrics.ts';
import { countParameters, generatorShapes } from '../../src/networks/generator/generator.ts';
import { buildPredictor, type Predictor } from '../../src/networks/generator/predictor.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { loadMnist } from '../../training/data/mnist.ts';
import { onnxOpset, onnxSignature } from '../../training/methods/glo/files/onnx.ts';
import { chooseGolden, drawPreviews, firstOfEachClass } from '../../training/methods/glo/files/pictures.ts';
import { checkCheckpointOf } from '../../training/export/read-checkpoint.ts';
import { describeWithMnist } from '../support/mnist.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { openOnnx } from '../support/onnx.ts';
import { modelsFolder, readIndex } from './folder.ts';
import type { CodeBatch } from '../../src/networks/generator/codes.ts';

const checkpoints = entriesOf(readIndex(), 'glo');
/** 300 KB of weights and codes as sent; neither compresses much. */
const loadBudgetBytes = 300 * 1024;
/** tfjs here against tfjs of the trainer: another processor may add in another order. */
const sameRuntime = 1e-5;
/** Of intensity up to 1 stored as a half. */
const halfRounding = 2 ** -12;
const betweenRuntimes = 2 / 255;

beforeAll(() => startWasmBackend());

describe.each(checkpoints)('$id', ({ id, loadBytes }) => {
  const folder = join(modelsFolder, id);
  let manifest: GloManifest;
  let predictor: Predictor;
  let codes: Record<keyof ReturnType<typeof codeShapes>, Float32Array>;
  let golden: Record<keyof ReturnType<typeof goldenShapes>, Float32Array>;
  let goldenCodes: CodeBatch;

  const read = async (path: string) => Uint8Array.from(await readFile(join(folder, path)));
  const tensorsOf = async <Expected extends Shapes>(path: string, shapes: Expected) =>
    requireTensors(readTensors(await read(path), path), shapes, `${path} of ${id}`);
  beforeAll(async () => {
    manifest = await checkCheckpointOf('glo', folder);
    const { files, model } = manifest;
    predictor = buildPredictor(model, await tensorsOf(files.weights.path, generatorShapes(model)));
    codes = await tensorsOf(files.codes.path, codeShapes(manifest));
    golden = await tensorsOf(files.golden.path, goldenShapes(manifest));
    goldenCodes = {
      count: manifest.golden.cases.length,
      contentCodes: golden.content_codes,
      classCodes: golden.class_codes,
    };
  });
  afterAll(() => predictor.dispose());

  test('holds the files of its manifest and no others, and is the checkpoint of its folder', async () => {
    expect(manifest.id).toBe(id);
    const listed = [
      checkpointFiles.manifest,
      checkpointFiles.metrics,
      ...filesOf(manifest).map(({ path }) => path),
    ];
    expect((await readdir(folder)).sort()).toEqual(listed.sort());
  });

  test(`loads in at most ${loadBudgetBytes} bytes`, () => {
    expect(manifest.files.weights.bytes + manifest.files.codes.bytes).toBe(loadBytes);
    expect(loadBytes).toBeLessThanOrEqual(loadBudgetBytes);
  });

  test('counts its parameters, names its images and states its network as the code has them', () => {
    const { model, onnx, previews } = manifest;
    expect(model.numParameters).toBe(countParameters(model));
    expect(onnx).toEqual({ file: onnx.file, ...onnxSignature(model), opset: onnxOpset });
    expect(previews.images).toEqual(firstOfEachClass(manifest));
    expect(manifest.golden).toEqual(chooseGolden(previews.images));
  });

  test('has one point an epoch in every curve of its history', async () => {
    const { path } = manifest.files.history;
    const history = parseHistory(JSON.parse(new TextDecoder().decode(await read(path))), path);
    for (const curve of Object.values(history)) expect(curve).toHaveLength(manifest.training.numEpochs);
  });

  test('was measured, as what its manifest says it is', async () => {
    const path = checkpointFiles.metrics;
    const metrics = parseRunMetrics(JSON.parse(new TextDecoder().decode(await read(path))), path);
    const { group, title, training, provenance } = manifest;
    expect(metrics).toMatchObject({ id, group, title, training, shipped: true });
    expect(metrics.provenance.codeVersion).toBe(provenance.codeVersion);
    expect(Object.keys(metrics.metrics)).toContain('reconstruction.l1');
  });

  test('its golden codes are rows of its codes', () => {
    const { contentDim, classDim } = manifest.model;
    manifest.golden.cases.forEach((each, row) => {
      expect(rowOf(golden.content_codes, contentDim, row)).toEqual(
        rowOf(codes.content_codes, contentDim, each.image),
      );
      expect(rowOf(golden.class_codes, classDim, row)).toEqual(
        rowOf(codes.class_codes, classDim, each.class),
      );
    });
  });

  test('draws its golden images in tfjs, in ONNX Runtime, and the same in both', async () => {
    const inTfjs = predictor.predict(goldenCodes);
    expect(largestDifference(inTfjs, golden.images)).toBeLessThan(sameRuntime + halfRounding);
    const onnx = await openOnnx(await makeOnnx(folder));
    const inOnnx = await onnx.generate(goldenCodes);
    await onnx.session.release();
    expect(largestDifference(inOnnx, golden.images)).toBeLessThan(manifest.golden.tolerance);
    expect(largestDifference(inOnnx, inTfjs)).toBeLessThan(betweenRuntimes);
  });

  test('its previews are black ink, drawn by its own generator', () => {
    const source = { manifest, contentCodes: codes.content_codes, classCodes: codes.class_codes };
    const drawn = drawPreviews(source, (pairs) => predictor.predict(pairs), manifest.previews.images);
    for (const kind of previewKinds) {
      const { file, rows, columns } = manifest.previews[kind];
      const png = decode(readFileSync(join(folder, file.path)));
      expect([png.width, png.height]).toEqual([columns * 28, rows * 28]);
      // One of 64 amounts apart, where another processor rounds the other way.
      expect(largestDifference(inkOf(png), inkOf(decode(drawn[kind].bytes)))).toBeLessThan(1.5 / 63);
    }
  });
});

describeWithMnist('labels of the committed checkpoints', () => {
  test('are those of the images they name', async () => {
    const { labels } = await loadMnist('train', { download: false });
    for (const { id } of checkpoints) {
      const { dataset } = await checkCheckpointOf('glo', join(modelsFolder, id));
      const { firstImage, numImages } = dataset;
      expect(dataset.labels).toBe(labels.subarray(firstImage, firstImage + numImages).join(''));
    }
  });
});

const rowOf = (table: Float32Array, dim: number, row: number) => table.slice(row * dim, (row + 1) * dim);

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual).toHaveLength(expected.length);
  return actual.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i])), 0);
}

/** Alpha in [0, 1] of a picture that must be black all over. */
function inkOf(png: ReturnType<typeof decode>): Float32Array {
  const rgba = convertIndexedToRgb(png);
  expect(rgba.some((value, i) => i % 4 < 3 && value !== 0)).toBe(false);
  return Float32Array.from({ length: rgba.length / 4 }, (_, i) => rgba[i * 4 + 3] / 255);
}
