/** What TensorBoard is told of a run, and what of a whole training run's log comes back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memory } from '@tensorflow/tfjs-core';
import { decode } from 'fast-png';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { makeStrokes } from '../../../../../training/data/strokes.ts';
import { openRunLog } from '../../../../../training/export/tensorboard/run-log.ts';
import { openTrainingLog } from '../../../../../training/methods/glo/training-log.ts';
import { trainGlo } from '../../../../../training/methods/glo/train.ts';
import { vary } from '../../../../../training/recipes/glo/vary.ts';
import { readEventFile, readHparams, type ReadValue } from '../../../../support/tensorboard.ts';
import { digitShape } from '../../../../support/digit-shape.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'glo-events-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function readFolder(folder: string): (ReadValue & { step: number })[] {
  const [name, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  const { events, truncatedBytes } = readEventFile(readFileSync(join(folder, name)));
  expect(truncatedBytes).toBe(0);
  return events.flatMap(({ step, values }) => values.map((value) => ({ ...value, step })));
}

const tagsOf = (values: readonly ReadValue[]) => [...new Set(values.map(({ tag }) => tag))];

describe('a run log', () => {
  const numbers = {
    epoch: 3,
    loss: 0.5,
    l1: 0.25,
    l2: 0.125,
    contentCodeRms: 1,
    contentCodeNorm: 5,
    classCodeRms: 2,
    seconds: 1.5,
  };
  const black = {
    intensity: new Float32Array(2 * 784).fill(1),
    rows: 1,
    columns: 2,
    unit: 'ink',
    shape: digitShape,
  } as const;
  const white = {
    intensity: new Float32Array(4 * 784),
    rows: 2,
    columns: 2,
    unit: 'ink',
    shape: digitShape,
  } as const;

  it('says every number of an epoch under a name of its own, at the epoch', () => {
    const folder = makeFolder();
    const log = openRunLog(folder, {}, () => 0);
    log.epoch(numbers);
    log.close();
    const scalars = readFolder(folder).filter(({ scalar }) => scalar !== undefined);
    expect(scalars.map(({ tag, step, scalar }) => [tag, step, scalar])).toEqual([
      ['loss/loss', 3, 0.5],
      ['loss/l1', 3, 0.25],
      ['loss/l2', 3, 0.125],
      ['codes/contentCodeRms', 3, 1],
      ['codes/contentCodeNorm', 3, 5],
      ['codes/classCodeRms', 3, 2],
      ['time/seconds', 3, 1.5],
    ]);
  });

  it('draws intensity black on opaque white, cell by cell', () => {
    const folder = makeFolder();
    const log = openRunLog(folder, {}, () => 0);
    const half = { ...white, intensity: white.intensity.map((_, i) => (i < 784 ? 1 : 0)) };
    log.pictures(5, { reconstructions: black, transfers: half });
    log.close();
    const [first, second] = readFolder(folder).filter(({ image }) => image);
    expect([first.tag, first.step, second.tag]).toEqual(['reconstructions', 5, 'transfers']);
    expect([second.image?.width, second.image?.height]).toEqual([56, 56]);
    const picture = decode(second.image?.png ?? new Uint8Array());
    expect([picture.width, picture.height, picture.channels]).toEqual([56, 56, 1]);
    expect([0, 27, 28, 27 * 56 + 27, 28 * 56].map((at) => picture.data[at])).toEqual([0, 0, 255, 0, 255]);
  });

  it('flattens nested settings and leaves out what is null', () => {
    const folder = makeFolder();
    openRunLog(
      folder,
      { seed: 1, rates: { slow: 0.1, fast: { most: 2 } }, guidance: null, loss: 'l1' },
      () => 0,
    ).close();
    const [start] = readFolder(folder);
    expect(readHparams(start.plugin?.content ?? new Uint8Array())).toEqual({
      seed: 1,
      'rates.slow': 0.1,
      'rates.fast.most': 2,
      loss: 'l1',
    });
  });

  it('does not say that a run ended that was never closed', () => {
    const folder = makeFolder();
    const log = openRunLog(folder, { seed: 1 }, () => 0);
    log.epoch(numbers);
    expect(tagsOf(readFolder(folder))).not.toContain('_hparams_/session_end_info');
    log.close();
    expect(tagsOf(readFolder(folder))).toContain('_hparams_/session_end_info');
  });

  it('refuses a grid of the wrong size', () => {
    const log = openRunLog(makeFolder(), {}, () => 0);
    expect(() => log.pictures(1, { reconstructions: { ...black, rows: 2 }, transfers: white })).toThrow(
      'A grid of 2 × 2 cells takes 3136 numbers; it got 1568.',
    );
    log.close();
  });
});

describe('the log of a training run', () => {
  beforeAll(() => startWasmBackend());

  it('has every epoch’s losses and, at the first, second and last, the pictures', () => {
    const { images, labels } = makeStrokes({ seed: 'training log', numImages: 40 });
    const recipe = vary({
      name: 'exercise',
      says: 'tiny',
      group: 'strokes',
      contentNoiseStd: 0.3,
      datasetName: 'strokes',
      numTrainingImages: 40,
      contentDim: 4,
      numEpochs: 4,
    });
    const folder = makeFolder();
    const before = memory().numTensors;
    const log = openTrainingLog(
      folder,
      recipe,
      {
        name: 'strokes',
        split: 'train',
        firstImage: 0,
        sha256: '0'.repeat(64),
        numTrainingImages: 40,
        numImages: 40,
        labels: labels.join(''),
      },
      () => 0,
    );
    const losses: number[] = [];
    const { training: config } = recipe;
    const dims = { ...recipe.dims, ...digitShape };
    for (const epoch of trainGlo({ dims, config, images, labels, numClasses: 10 })) {
      losses.push(Math.fround(epoch.loss));
      log.epoch(epoch);
    }
    log.close();
    expect(memory().numTensors).toBe(before);

    const values = readFolder(folder);
    const steps = (tag: string) => values.filter((value) => value.tag === tag).map(({ step }) => step);
    expect(values.filter(({ tag }) => tag === 'loss/loss').map(({ scalar }) => scalar)).toEqual(losses);
    expect(steps('codes/contentCodeNorm')).toEqual([1, 2, 3, 4]);
    expect(steps('reconstructions')).toEqual([1, 2, 4]);
    expect(steps('transfers')).toEqual([1, 2, 4]);
    const hparams = readHparams(values[0].plugin?.content ?? new Uint8Array());
    expect(hparams).toMatchObject({
      contentNoiseStd: 0.3,
      contentDim: 4,
      'learningRates.contentCodes': 0.01,
    });
  });
});
