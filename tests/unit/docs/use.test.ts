/** The lines of docs/use, which the page shows for other programs, draw the golden images of a checkpoint. Python and C++ run where they have ONNX Runtime. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenShapes } from '../../../src/contract/families/glo.ts';
import { readTensors, requireTensors } from '../../../src/networks/tensors-file.ts';
import { checkCheckpointOf } from '../../../training/export/read-checkpoint.ts';
import { makeOnnx } from '../../../training/methods/make-onnx.ts';
import { startStaticHost } from '../../support/e2e/static-host.ts';
import { compileCpp, describeWithCpp } from '../../support/cpp.ts';
import { printedJson } from '../../support/printed-json.ts';
import { describeWithPython, runPython } from '../../support/python.ts';

const checkpoint = 'public/models/glo-mnist-lord-sigma0.3';
const numPixels = 28 * 28;
/** Of intensity up to 1, between two runtimes. */
const betweenRuntimes = 2 / 255;

interface Golden {
  readonly image: number;
  readonly class: number;
  readonly picture: Float32Array;
}

let folder: string;
let golden: readonly Golden[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glo-use-'));
  copyFileSync(`${checkpoint}/codes.safetensors`, join(folder, 'codes.safetensors'));
  writeFileSync(join(folder, 'generator.onnx'), await makeOnnx(checkpoint));
  const manifest = await checkCheckpointOf('glo', checkpoint);
  const { path } = manifest.files.golden;
  const tensors = readTensors(Uint8Array.from(readFileSync(join(checkpoint, path))), path);
  const { images } = requireTensors(tensors, goldenShapes(manifest), path);
  golden = manifest.golden.cases.map((each, row) => ({
    ...each,
    picture: images.subarray(row * numPixels, (row + 1) * numPixels),
  }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `pictures`: all ten classes of the golden image. */
function expectGolden(pictures: ArrayLike<number>, { class: digit, picture }: Golden): void {
  expect(pictures).toHaveLength(10 * numPixels);
  const distances = Array.from(picture, (ink, i) => Math.abs(ink - pictures[digit * numPixels + i]));
  expect(Math.max(...distances)).toBeLessThan(betweenRuntimes);
}

type DrawTransfers = (folder: string, image: number) => Promise<Float32Array>;

const program = async (path: string): Promise<DrawTransfers> =>
  ((await import(pathToFileURL(resolve(path)).href)) as { drawTransfers: DrawTransfers }).drawTransfers;

describe('JavaScript', () => {
  it('draws the golden images on ONNX Runtime, from an address', async () => {
    const drawTransfers = await program('docs/use/transfer.js');
    const host = await startStaticHost(folder);
    try {
      for (const each of golden)
        expectGolden(await drawTransfers(host.url.replace(/\/$/, ''), each.image), each);
    } finally {
      await host.close();
    }
  });

  it('draws the golden images on tfjs, from a folder', async () => {
    const drawTransfers = await program('docs/use/transfer-tfjs.js');
    for (const each of golden) expectGolden(await drawTransfers(checkpoint, each.image), each);
  });
});

describeWithPython('Python', ['numpy', 'onnxruntime', 'safetensors'], () => {
  it('draws the golden images', () => {
    const images = golden.map(({ image }) => String(image));
    const drawn = runPython(['tests/support/draw_transfers.py', folder, ...images]) as number[][];
    for (const [i, each] of golden.entries()) expectGolden(drawn[i], each);
  });
});

describeWithCpp('C++', ['libonnxruntime', 'nlohmann_json'], (flags) => {
  it('draws the golden images', () => {
    const program = join(folder, 'draw-transfers');
    compileCpp('tests/support/draw_transfers.cpp', program, flags);
    const images = golden.map(({ image }) => String(image));
    const drawn = printedJson(program, [folder, ...images]) as number[][][];
    for (const [i, each] of golden.entries()) expectGolden(drawn[i].flat(), each);
  });
});
