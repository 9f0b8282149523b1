import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findMnist, loadIdx, loadMnist } from '../../../../training/data/mnist.ts';
import { describeWithMnist } from '../../../support/mnist.ts';
import { makeProject, tinyBytes, tinyFile, tinyValues } from '../../../support/tiny-idx.ts';

const { name } = tinyFile;

function put(root: string, path: string, bytes: Uint8Array = tinyBytes): void {
  const target = resolve(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

/** Without network, and without the MNIST_DIR of whoever runs the tests. */
const load = (root: string, mnistDir = '') => loadIdx(tinyFile, { root, mnistDir, download: false });

describe('finding a file', () => {
  it('looks in MNIST_DIR, then data/mnist, then ../shared/mnist', async () => {
    const root = makeProject();
    put(root, `../shared/mnist/${name}`);
    expect((await load(root, 'mine')).directory).toBe('../shared/mnist');
    put(root, `data/mnist/${name}`);
    expect((await load(root, 'mine')).directory).toBe('data/mnist');
    put(root, `mine/${name}`);
    expect((await load(root, 'mine')).directory).toBe('mine');
  });

  it('reads MNIST_DIR as an absolute path or from the project', async () => {
    const root = makeProject();
    put(root, `mine/${name}`);
    expect((await load(root, join(root, 'mine'))).directory).toBe(join(root, 'mine'));
    expect((await load(root, './mine/')).directory).toBe('./mine/');
  });

  it('takes an empty MNIST_DIR for none', async () => {
    const root = makeProject();
    put(root, name);
    await expect(load(root, '')).rejects.toMatchObject({ code: 'missing' });
  });

  it('takes raw and gzip files alike', async () => {
    const root = makeProject();
    put(root, `data/mnist/${name}.gz`, gzipSync(tinyBytes));
    const { values } = await load(root);
    expect(values).toEqual(tinyValues);
  });

  it('looks for each file by itself, so that a download goes on with what is missing', async () => {
    const root = makeProject();
    put(root, `data/mnist/${name}`);
    put(root, `mine/other`);
    expect((await load(root, 'mine')).directory).toBe('data/mnist');
  });

  it('of a split takes both its files', () => {
    const root = makeProject();
    const find = () => findMnist('test', { root, mnistDir: '' });
    put(root, 'data/mnist/t10k-images-idx3-ubyte');
    expect(find()).toBeUndefined();
    put(root, 'data/mnist/t10k-labels-idx1-ubyte.gz');
    expect(find()).toBe('data/mnist');
  });
});

describe('a file on disk that cannot be used', () => {
  it('is missing when it is nowhere and may not be downloaded', async () => {
    await expect(load(makeProject(), '/nowhere')).rejects.toMatchObject({
      name: 'MnistError',
      code: 'missing',
      message:
        `${name} (or ${name}.gz) is in none of: /nowhere, data/mnist, ../shared/mnist.\n` +
        'Run npm run data to download MNIST, or point MNIST_DIR at a folder that holds its four files.',
    });
  });

  it('is named, with what is wrong with it and what to do', async () => {
    const root = makeProject();
    put(root, `data/mnist/${name}`, tinyBytes.subarray(0, 20));
    await expect(load(root)).rejects.toMatchObject({
      code: 'truncated',
      message:
        `data/mnist/${name} is not MNIST's file: it ends after 20 of 28 bytes (uncompressed).\n` +
        'Delete or replace it, then run npm run data.',
    });
  });

  it('stops the search: a later place does not hide it', async () => {
    const root = makeProject();
    put(root, `mine/${name}`, Buffer.alloc(0));
    put(root, `data/mnist/${name}`);
    await expect(load(root, 'mine')).rejects.toMatchObject({ code: 'truncated' });
  });

  it('is unreadable when it is a folder', async () => {
    const root = makeProject();
    mkdirSync(join(root, 'data/mnist', name), { recursive: true });
    await expect(load(root)).rejects.toMatchObject({
      code: 'unreadable',
      message:
        `data/mnist/${name} cannot be read (EISDIR: illegal operation on a directory, read).\n` +
        'A readable file was expected: see what is there.',
    });
  });

  it('is missing when it is a link to nothing', async () => {
    const root = makeProject();
    mkdirSync(join(root, 'data/mnist'), { recursive: true });
    symlinkSync('nothing', join(root, 'data/mnist', name));
    await expect(load(root)).rejects.toMatchObject({ code: 'missing' });
  });
});

it('downloads what is not found, and says why when it cannot', async () => {
  await expect(
    loadMnist('train', { root: makeProject(), mnistDir: '', mirrors: [], numRounds: 1 }),
  ).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/^train-images-idx3-ubyte\.gz could not be downloaded\./) as string,
  });
});

describeWithMnist('MNIST itself', () => {
  it.each([
    ['train', 60_000, '5041921314', 5923],
    ['test', 10_000, '7210414959', 980],
  ] as const)('has the %s split', async (split, numImages, firstLabels, numZeros) => {
    const { images, labels, ...rest } = await loadMnist(split, { download: false });
    expect(rest).toEqual({ name: 'mnist', numImages, where: findMnist(split) });
    expect(images).toHaveLength(numImages * 784);
    expect(labels).toHaveLength(numImages);
    expect(labels.subarray(0, 10).join('')).toBe(firstLabels);
    expect(labels.filter((label) => label === 0)).toHaveLength(numZeros);
    const mean = images.reduce((sum, intensity) => sum + intensity, 0) / images.length / 255;
    expect(mean).toBeCloseTo(0.131, 2);
  });
});
