import { memory } from '@tensorflow/tfjs-core';
import { convertIndexedToRgb, decode } from 'fast-png';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeShapes, goldenShapes } from '../../../../../../src/contract/families/glo.ts';
import { generatorShapes } from '../../../../../../src/networks/generator/generator.ts';
import { readTensors, requireTensors } from '../../../../../../src/networks/tensors-file.ts';
import { startWasmBackend } from '../../../../../../src/networks/blocks/wasm-backend.ts';
import { roundToHalf } from '../../../../../../src/numerics/half.ts';
import {
  buildCheckpoint,
  type GloFolder,
} from '../../../../../../training/methods/glo/files/build-checkpoint.ts';
import { naiveGenerateAll } from '../../../../../support/naive-generator.ts';
import { trainedRun } from '../../../../../support/trained-run.ts';
import type { CodeBatch } from '../../../../../../src/networks/generator/codes.ts';

describe('buildCheckpoint', () => {
  const run = trainedRun(0.3);
  const { dims } = run.model;
  let checkpoint: GloFolder;
  beforeAll(async () => {
    await startWasmBackend();
    checkpoint = buildCheckpoint(run);
  });
  const bytesOf = (path: string) => checkpoint.files.get(path) ?? new Uint8Array();
  const firstOf = (label: number) => run.dataset.labels.indexOf(String(label));

  const weights = () =>
    requireTensors(readTensors(bytesOf('weights.safetensors'), 'weights'), generatorShapes(dims), 'weights');

  /** Codes in the precision of the files. */
  function codesOf(cases: readonly { image: number; class: number }[]): CodeBatch {
    const rows = (table: Float32Array, dim: number, indices: number[]) =>
      Float32Array.from(indices.flatMap((i) => [...roundToHalf(table).subarray(i * dim, (i + 1) * dim)]));
    const { contentCodes, classCodes } = run.model;
    return {
      count: cases.length,
      contentCodes: rows(
        contentCodes,
        dims.contentDim,
        cases.map(({ image }) => image),
      ),
      classCodes: rows(
        classCodes,
        dims.classDim,
        cases.map((each) => each.class),
      ),
    };
  }
  /** By the plain definition of the generator, which is slow. */
  const plainImages = (cases: readonly { image: number; class: number }[]): Float32Array =>
    naiveGenerateAll(dims, weights(), codesOf(cases));

  test('the same run gives the same bytes, and leaves no tensor behind', () => {
    const before = memory().numTensors;
    expect(buildCheckpoint(run).files).toEqual(checkpoint.files);
    expect(memory().numTensors).toBe(before);
  });

  test('holds the files of the contract and nothing else', () => {
    expect([...checkpoint.files.keys()].sort()).toEqual([
      'codes.safetensors',
      'golden.safetensors',
      'history.json',
      'manifest.json',
      'preview-interpolation.png',
      'preview-reconstructions.png',
      'preview-samples.png',
      'preview-transfers.png',
      'weights.safetensors',
    ]);
  });

  test('weights and codes are the halves nearest to what was trained, batch normalization is exact', () => {
    const weights = readTensors(bytesOf('weights.safetensors'), 'weights');
    expect(weights.get('dense1.weight')?.values).toEqual(roundToHalf(run.model.parameters['dense1.weight']));
    expect(weights.get('batchNorm.runningVar')?.values).toEqual(run.model.parameters['batchNorm.runningVar']);
    const codes = requireTensors(
      readTensors(bytesOf('codes.safetensors'), 'codes'),
      codeShapes(checkpoint.manifest),
      'codes',
    );
    expect(codes.content_codes).toEqual(roundToHalf(run.model.contentCodes));
    expect(codes.class_codes).toEqual(roundToHalf(run.model.classCodes));
  });

  test('golden: the first images of classes 0 to 3 as themselves, those of 4 to 9 as class 3', () => {
    const { golden } = checkpoint.manifest;
    expect(golden.cases).toEqual(
      Array.from({ length: 10 }, (_, label) => ({ image: firstOf(label), class: Math.min(label, 3) })),
    );
    const { images } = requireTensors(
      readTensors(bytesOf('golden.safetensors'), 'golden'),
      goldenShapes(checkpoint.manifest),
      'golden',
    );
    const expected = plainImages(golden.cases);
    const largest = images.reduce((max, intensity, i) => Math.max(max, Math.abs(intensity - expected[i])), 0);
    expect(largest).toBeLessThan(2 ** -12 + 1e-5); // they are stored as halves
  });

  test('the transfers preview has classes down and contents across', () => {
    const { rows, columns, file } = checkpoint.manifest.previews.transfers;
    expect([rows, columns]).toEqual([10, 10]);
    const rgba = convertIndexedToRgb(decode(bytesOf(file.path)));
    const expected = plainImages([{ image: firstOf(6), class: 2 }]);
    for (let y = 0; y < 28; y++) {
      for (let x = 0; x < 28; x++) {
        const alpha = rgba[((2 * 28 + y) * 280 + 6 * 28 + x) * 4 + 3];
        expect(Math.abs(alpha / 255 - expected[y * 28 + x])).toBeLessThan(0.012);
      }
    }
  });

  test('the interpolation preview runs from image and class 2 to image and class 7', () => {
    const { rows, columns, file } = checkpoint.manifest.previews.interpolation;
    expect([rows, columns]).toEqual([8, 8]);
    const rgba = convertIndexedToRgb(decode(bytesOf(file.path)));
    const corners = [
      { image: 2, class: 2, x: 0, y: 0 },
      { image: 7, class: 2, x: 7, y: 0 },
      { image: 2, class: 7, x: 0, y: 7 },
      { image: 7, class: 7, x: 7, y: 7 },
    ];
    for (const { image, class: label, x, y } of corners) {
      const expected = plainImages([{ image: firstOf(image), class: label }]);
      const alpha = rgba[((y * 28 + 14) * 224 + x * 28 + 14) * 4 + 3];
      expect(Math.abs(alpha / 255 - expected[14 * 28 + 14])).toBeLessThan(0.012);
    }
  });

  test('curves are written with six significant digits', () => {
    const history: unknown = JSON.parse(new TextDecoder().decode(bytesOf('history.json')));
    expect(history).toEqual({
      loss: [0.312346, 0.2],
      l1: [0.2, 0.123457],
      l2: [0.1, 0.08],
      contentCodeRms: [1, 1.01],
    });
  });

  test('says which class has no image to show', () => {
    const dataset = { ...run.dataset, labels: run.dataset.labels.replaceAll('7', '1') };
    expect(() => buildCheckpoint({ ...run, dataset })).toThrow(
      'A checkpoint shows one image of each of its 10 classes, and none of its 120 images is a 7. Train on more images.',
    );
  });
});
