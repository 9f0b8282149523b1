import { memory } from '@tensorflow/tfjs-core';
import { convertIndexedToRgb, decode } from 'fast-png';
import { beforeAll, describe, expect, test } from 'vitest';
import { epochsPicture } from '../../../../../../src/contract/previews.ts';
import { startWasmBackend } from '../../../../../../src/networks/blocks/wasm-backend.ts';
import { modelInfo } from '../../../../../../training/methods/glo/files/build-checkpoint.ts';
import { createEpochsPicture } from '../../../../../../training/methods/glo/files/epochs-picture.ts';
import type { GloModel } from '../../../../../../training/methods/glo/model.ts';
import { naiveGenerateAll } from '../../../../../support/naive-generator.ts';
import { trainedRun } from '../../../../../support/trained-run.ts';

const size = 28;
const { dataset, model } = trainedRun(0.3);
const { dims } = model;
const { classes, transferShift } = epochsPicture;

describe('the picture of every epoch', () => {
  beforeAll(() => startWasmBackend());
  const draw = (models: readonly GloModel[]) => {
    const picture = createEpochsPicture({ dataset, model: modelInfo(dims, 10) });
    for (const each of models) picture.add(each);
    return picture.encode();
  };
  /** As `model`, with other numbers: an earlier epoch. */
  const earlier: GloModel = { ...trainedRun(2).model };

  test('has a row an epoch and a column a picture, and leaves no tensor behind', () => {
    const before = memory().numTensors;
    const png = decode(draw([earlier, earlier, model]));
    expect([png.width, png.height]).toEqual([2 * classes.length * size, 3 * size]);
    expect(memory().numTensors).toBe(before);
    expect(draw([earlier, model])).toEqual(draw([earlier, model]));
  });

  test('its last row holds reconstructions and transfers of the final model', () => {
    const rgba = convertIndexedToRgb(decode(draw([earlier, model])));
    const width = 2 * classes.length * size;
    const first = (label: number) => dataset.labels.indexOf(String(label));
    const cells = [
      ...classes.map((label) => ({ content: first(label), target: label })),
      ...classes.map((label) => ({ content: first(label), target: (label + transferShift) % 10 })),
    ];
    const rows = (table: Float32Array, dim: number, indices: readonly number[]) =>
      Float32Array.from(indices.flatMap((i) => [...table.subarray(i * dim, (i + 1) * dim)]));
    const expected = naiveGenerateAll(dims, model.parameters, {
      count: cells.length,
      contentCodes: rows(
        model.contentCodes,
        dims.contentDim,
        cells.map(({ content }) => content),
      ),
      classCodes: rows(
        model.classCodes,
        dims.classDim,
        cells.map(({ target }) => target),
      ),
    });
    let largest = 0;
    for (let cell = 0; cell < cells.length; cell++) {
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          const alpha = rgba[((size + y) * width + cell * size + x) * 4 + 3];
          largest = Math.max(largest, Math.abs(alpha / 255 - expected[(cell * size + y) * size + x]));
        }
      }
    }
    // The palette has fewer levels than a byte; see previews.ts.
    expect(largest).toBeLessThan(0.012);
  });
});
