import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { picturesOf, requireLearnable } from '../../../../training/commands/pictures.ts';
import type { PictureSet } from '../../../../training/data/sources.ts';
import { measuredOf } from '../../../../training/methods/method-of.ts';
import { recipes, supportNetworks } from '../../../../training/methods/registry.ts';
import type { MeasuredRecipe } from '../../../../training/recipes/recipe.ts';
import { plain, red, writeFiles } from '../../../support/picture-files.ts';

const set: PictureSet = {
  imageHeight: 64,
  imageWidth: 64,
  imageChannels: 3,
  numPictures: 300,
  classNames: ['glad', 'sad'],
  sha256: '0'.repeat(64),
};

/** What a person reads who asks for these recipes; nothing when all of them learn the pictures. */
function refusal(ids: readonly string[], changed: Partial<PictureSet> = {}): string {
  const pictures = { ...set, ...changed };
  const made = recipes
    .filter(({ id }) => ids.includes(id))
    .map((original) => ({
      original,
      recipe: measuredOf(original).override(original, { pictures }) as MeasuredRecipe,
      command: '',
    }));
  try {
    requireLearnable(
      pictures,
      made,
      supportNetworks.filter(({ id }) => ids.includes(id)),
    );
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('recipes and a folder of pictures', () => {
  it('go together in every family that draws, at every size, grey and in colour', () => {
    const ids = [
      'glo-mnist-exercise-sigma0.3',
      'glo-mnist-whitened-dims25-sigma0.3',
      'autoencoder-mnist-stacked-k10',
      'autoencoder-mnist-linear-k2',
      'vae-mnist-dense-k2',
      'vae-mnist-conv-variance0.001',
      'gan-mnist-sn',
      'gan-mnist-wgan-gp-n5',
    ];
    for (const side of [28, 32, 64]) {
      for (const imageChannels of [1, 3]) {
        expect(refusal(ids, { imageHeight: side, imageWidth: side, imageChannels })).toBe('');
      }
    }
  });

  it.each([
    [
      ['classifier-mnist-judge'],
      {},
      'classifier-mnist-judge: it is a classifier; GLO, autoencoders, VAEs and GANs learn pictures',
    ],
    [
      ['glo-mnist-styled-sigma0.1'],
      {},
      'glo-mnist-styled-sigma0.1: it is guided by a classifier that reads digits, and none reads these pictures; take glo-mnist-lord-sigma0.3',
    ],
    [
      ['glo-mnist-lord-perceptual-sigma0.3'],
      {},
      'glo-mnist-lord-perceptual-sigma0.3: its loss compares features of a classifier that reads digits, and none reads these pictures; take glo-mnist-lord-sigma0.3',
    ],
    [
      ['glo-mnist-aligned-dims25-sigma0.3'],
      {},
      'glo-mnist-aligned-dims25-sigma0.3: it aligns classes by features of grey digits; take glo-mnist-lord-sigma0.3',
    ],
    [
      ['glo-mnist-lord-sigma0.3'],
      { classNames: ['.', 'glad'] },
      'glo-mnist-lord-sigma0.3: it learns a code for each class, and some pictures lie in no subfolder; put each into the subfolder of its class',
    ],
    [
      ['glo-mnist-lord-sigma0.3'],
      { classNames: ['glad'] },
      'glo-mnist-lord-sigma0.3: it learns a code for each class, of 2 to 10, and the folder has 1 with pictures; one subfolder is one class',
    ],
    [
      ['glo-mnist-lord-sigma0.3'],
      { classNames: Array.from('abcdefghijk') },
      'glo-mnist-lord-sigma0.3: it learns a code for each class, of 2 to 10, and the folder has 11 with pictures; one subfolder is one class',
    ],
    [
      ['autoencoder-mnist-pca-k2'],
      {},
      'autoencoder-mnist-pca-k2: it takes a table of all pairs of an image’s numbers, and these have 12288, more than 4096; give --channels 1, or a smaller --size',
    ],
    [
      ['vae-mnist-dense-k2', 'gan-mnist-sn'],
      { numPictures: 30 },
      'vae-mnist-dense-k2: it learns 128 pictures at a time, and there are 27 beside 3 that it is checked on; add some\n  gan-mnist-sn: it learns 32 pictures at a time, and there are 30; add some',
    ],
  ] as const)('refuses %j on %j', (ids, changed, message) => {
    expect(refusal(ids, changed)).toBe(`UsageError: These recipes cannot learn the pictures:\n  ${message}`);
  });
});

describe('--images, --size and --channels', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    const png = await plain(red, 64).png().toBuffer();
    writeFiles(folder, { 'a.png': png, 'cats/b.png': png, 'cats/c.txt': 'x' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('give a folder at 64 × 64 in colour unless said, and say what is learned and what is not', async () => {
    const said: string[] = [];
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const { pictures, flags } = await picturesOf({ images: folder });
    const small = await picturesOf({ images: folder, size: '28', channels: '1' });
    write.mockRestore();
    expect(pictures?.set).toMatchObject({ imageHeight: 64, imageChannels: 3, classNames: ['.', 'cats'] });
    expect(flags).toBe(' --images <folder> --size 64 --channels 3');
    expect(small.pictures?.set).toMatchObject({ imageHeight: 28, imageChannels: 1 });
    const leftOut = 'Left out, for their names do not end in .png, .jpg or .jpeg: cats/c.txt.\n';
    expect(said).toEqual([
      `Learning 2 pictures of ${folder} in 2 classes (in no subfolder 1, cats 1), as 64 × 64 pixels in colour.\n${leftOut}`,
      `Learning 2 pictures of ${folder} in 2 classes (in no subfolder 1, cats 1), as 28 × 28 pixels of grey.\n${leftOut}`,
    ]);
  });

  it('may be absent', async () => {
    expect(await picturesOf({})).toEqual({ flags: '' });
  });

  it.each([
    [{ images: 'gone' }, '--images takes a folder of pictures, and gone is none.'],
    [{ images: 'package.json' }, '--images takes a folder of pictures, and package.json is none.'],
    [{ size: '32' }, '--size is of pictures, and no --images <folder> names any.'],
    [{ channels: '1' }, '--channels is of pictures, and no --images <folder> names any.'],
    [{ images: '.', dataset: 'strokes' }, '--images and --dataset both say what to learn. Give one of them.'],
    [{ images: '.', size: '48' }, '--size takes 28 or 32 or 64, not "48".'],
    [{ images: '.', channels: '4' }, '--channels takes 1 or 3, not "4".'],
  ])('%j is wrong usage', async (options, message) => {
    await expect(picturesOf(options)).rejects.toThrow(message);
    await expect(picturesOf(options)).rejects.toMatchObject({ name: 'UsageError' });
  });
});
