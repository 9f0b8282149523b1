/** Each committed checkpoint with an encoder, held to the contract and to its own golden cases in both of the page's runtimes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesOf } from '../../src/contract/checkpoint-index.ts';
import { encoderDecoderGoldenShapes } from '../../src/contract/families/encoder-decoder.ts';
import { parseHistoryOf } from '../../src/contract/history.ts';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { filesOf } from '../../src/contract/manifest.ts';
import { parseRunMetrics } from '../../src/contract/metrics.ts';
import { architectureOf } from '../../src/networks/encoder-decoder/architecture.ts';
import { buildEncoderDecoder } from '../../src/networks/encoder-decoder/predictor.ts';
import { countParameters } from '../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import { checkCheckpointOf } from '../../training/export/read-checkpoint.ts';
import { loadEncoderDecoder } from '../../training/methods/encoder-decoder/files/load.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { openEncoderDecoderOnnx } from '../support/onnx.ts';
import { mostDecoderBytes } from './budget.ts';
import { modelsFolder, readIndex } from './folder.ts';

const families = ['autoencoder', 'vae'] as const;
const betweenRuntimes = 2 / 255;

/** Of the largest expected number, or of 1 where all are smaller. */
function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual).toHaveLength(expected.length);
  const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  return actual.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i])), 0) / scale;
}

const checkpoints = families.flatMap((family) =>
  entriesOf(readIndex(), family).map(({ id, loadBytes }) => ({ family, id, loadBytes })),
);

test('there are checkpoints of both families', () => {
  expect(new Set(checkpoints.map(({ family }) => family))).toEqual(new Set(families));
});

test.each(checkpoints)('$id is whole, measured, and runs alike in both runtimes', async (checkpoint) => {
  const { family, id, loadBytes } = checkpoint;
  const folder = join(modelsFolder, id);
  const { manifest, parameters } = await loadEncoderDecoder(folder, await checkCheckpointOf(family, folder));
  const { files, model, golden, training, ending, provenance, eightBits } = manifest;
  const listed = [
    checkpointFiles.manifest,
    checkpointFiles.metrics,
    ...filesOf(manifest).map(({ path }) => path),
  ];
  expect((await readdir(folder)).sort()).toEqual(listed.sort());
  expect(files.weights.bytes + files.codes.bytes).toBe(loadBytes);
  expect(loadBytes).toBeLessThan(
    model.network === 'dense' && model.hidden.length > 1 ? mostDecoderBytes.stacked : mostDecoderBytes.one,
  );
  for (const half of eightBits ? [eightBits.encoder, eightBits.decoder] : []) {
    if (!half.stored) continue;
    expect(half.largest).toBeLessThanOrEqual(2);
    expect(half.mean).toBeLessThanOrEqual(0.2);
  }
  const { encoder, decoder } = architectureOf(model);
  expect(model.numParameters).toBe(countParameters([...encoder, ...decoder]));

  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, path), 'utf8'));
  const metrics = parseRunMetrics(await read(checkpointFiles.metrics), id);
  expect(metrics).toMatchObject({ id, family, training, shipped: true });
  expect(metrics.provenance.codeVersion).toBe(provenance.codeVersion);
  const history = parseHistoryOf(family)(await read(files.history.path), id);
  if (ending.kind !== 'diverged') expect(history.loss).toHaveLength(training.numEpochs);

  const cases = requireTensors(
    readTensors(await readFile(join(folder, files.golden.path)), id),
    encoderDecoderGoldenShapes(manifest),
    id,
  );
  const network = buildEncoderDecoder(model, parameters);
  expect(largestDifference(network.encode(cases.images), cases.encodings)).toBeLessThan(1e-5);
  expect(largestDifference(network.decode(cases.codes), cases.pictures)).toBeLessThan(1e-5);
  const onnx = await openEncoderDecoderOnnx(await makeOnnx(folder), model);
  expect(largestDifference(await onnx.encode(cases.images), cases.encodings)).toBeLessThan(golden.tolerance);
  const pictures = await onnx.decode(cases.codes);
  expect(largestDifference(pictures, cases.pictures)).toBeLessThan(
    Math.min(golden.tolerance, betweenRuntimes),
  );
});
