import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeptEpochs } from '../../../../../src/engine/training/kept-epochs.ts';
import { loadLearnedImages } from '../../../../../src/engine/training/learned-images.ts';
import { encodeOriginalSheet } from '../../../../../src/components/figures/originals/encode-sheet.ts';
import {
  imagesPerSheet,
  sheetColumns,
} from '../../../../../src/components/figures/originals/original-sheets.ts';
import { serveFiles, type FileServer } from '../file-server.ts';

describe('the epochs that a run can go back to', () => {
  it('are all at first, and every second, then every fourth when there are too many', () => {
    const kept = createKeptEpochs<string>(4);
    for (let epoch = 0; epoch <= 4; epoch++) kept.add(epoch, `after ${epoch}`);
    expect(kept.epochs).toEqual([0, 2, 4]);
    for (let epoch = 5; epoch <= 9; epoch++) kept.add(epoch, `after ${epoch}`);
    expect(kept.epochs).toEqual([0, 4, 8]);
    expect(kept.get(8)).toBe('after 8');
    expect(kept.get(6)).toBeUndefined();
  });

  it('end where the run goes back to', () => {
    const kept = createKeptEpochs<number>(10);
    for (let epoch = 0; epoch <= 5; epoch++) kept.add(epoch, epoch);
    kept.forgetAfter(2);
    expect(kept.epochs).toEqual([0, 1, 2]);
  });
});

describe('MNIST in the page', () => {
  let server: FileServer;
  beforeAll(async () => {
    server = await serveFiles();
  });
  afterAll(() => server.close());

  const pixels = Uint8Array.from({ length: 30 * 784 }, (_, i) => (i * 7) % 256);
  const place = () => ({
    originalsUrl: `${server.url}originals/`,
    columns: sheetColumns,
    imagesPerSheet,
    labels: '012345678901234567890123456789',
  });
  const load = () =>
    loadLearnedImages({
      settings: { data: 'mnist', numImages: 30 },
      mnist: place(),
      ownImages: [],
      signal: new AbortController().signal,
    });

  it('comes from the sheets of originals to the byte', async () => {
    for (const sheet of [0, 1])
      server.files.set(`originals/${sheet}.png`, encodeOriginalSheet(pixels, sheet));
    const { images, labels } = await load();
    expect(images).toEqual(pixels);
    expect([...labels.subarray(8, 12)]).toEqual([8, 9, 0, 1]);
  });

  it('says which sheet is missing', async () => {
    server.files.delete('originals/1.png');
    await expect(load()).rejects.toThrow(
      `${server.url}originals/1.png answered 404: the original images are not whole. Build the site again.`,
    );
  });
});
