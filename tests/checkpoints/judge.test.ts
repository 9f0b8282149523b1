/** The evaluation classifier that the pages read with: both engines find in its golden images what its golden file says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { classifierGoldenShapes } from '../../src/contract/families/classifier.ts';
import { parseManifestOf } from '../../src/contract/manifest.ts';
import { onnxAdapter } from '../../src/engine/adapters/onnx.ts';
import { tfjsAdapter } from '../../src/engine/adapters/tfjs.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { wasmFiles } from '../unit/src/engine/node-adapters.ts';
import { modelsFolder } from './folder.ts';

const folder = join(modelsFolder, 'classifier-mnist-judge');
const read = (path: string) => Uint8Array.from(readFileSync(join(folder, path)));
const manifest = parseManifestOf('classifier')(
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
  folder,
);
const golden = requireTensors(
  readTensors(read(manifest.files.golden.path), folder),
  classifierGoldenShapes(manifest),
  folder,
);

it.each([
  ['tfjs', tfjsAdapter, () => startWasmBackend()],
  ['onnx', onnxAdapter, () => onnxAdapter.start(Uint8Array.from(readFileSync(wasmFiles.onnx)))],
] as const)('reads its golden images as its golden file says, by %s', async (_, adapter, start) => {
  await start();
  const network = adapter.networkFile === 'onnx' ? await makeOnnx(folder) : read(manifest.files.weights.path);
  const judge = await adapter.open.classifier(manifest, network);
  const readings = (await judge.classify?.(golden.images)) ?? [];
  expect(readings).toHaveLength(manifest.golden.numImages);
  readings.forEach(({ digit, probability }, i) => {
    const row = golden.probabilities.subarray(i * 10, (i + 1) * 10);
    expect(row[digit]).toBe(Math.max(...row));
    expect(Math.abs(probability - row[digit])).toBeLessThan(manifest.golden.tolerance);
  });
  judge.dispose();
});
