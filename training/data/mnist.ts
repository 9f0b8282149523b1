/**
 * MNIST, which is not in the repository: found on this machine ($MNIST_DIR, data/mnist, ../shared/mnist) or downloaded,
 * and checked to the last byte either way. For Node; the trainer in the page uses strokes.ts.
 */
import { readFile } from 'node:fs/promises';
import { downloadIdx, type DownloadOptions } from './mnist/download.ts';
import { MnistError } from './mnist/errors.ts';
import { mnistFiles, type IdxFile, type Split } from './mnist/files.ts';
import {
  downloadDirectory,
  findFile,
  searchedDirectories,
  type FindOptions,
  type FoundFile,
} from './mnist/find.ts';
import { decodeIdx } from './mnist/idx.ts';

export { MnistError, type MnistErrorCode } from './mnist/errors.ts';
export type { Split } from './mnist/files.ts';

export interface MnistOptions extends FindOptions, DownloadOptions {
  /** Whether to download what is not found; true unless said. */
  readonly download?: boolean;
}

export interface Mnist {
  readonly name: 'mnist';
  readonly numImages: number;
  /** [numImages, 28 × 28], row-major, intensity in 0..255. */
  readonly images: Uint8Array;
  /** [numImages], the digits. */
  readonly labels: Uint8Array;
  /** The folder of the images, for people. */
  readonly where: string;
}

/** All 60,000 (train) or 10,000 (test) images; slice for fewer. @throws MnistError */
export async function loadMnist(split: Split, options: MnistOptions = {}): Promise<Mnist> {
  const images = await loadIdx(mnistFiles[split].images, options);
  const labels = await loadIdx(mnistFiles[split].labels, options);
  return {
    name: 'mnist',
    numImages: labels.values.length,
    images: images.values,
    labels: labels.values,
    where: images.directory,
  };
}

/** The folder that holds the split's images, if both its files are on this machine. Opens no file and no connection. */
export function findMnist(split: Split, options: FindOptions = {}): string | undefined {
  const images = findFile(mnistFiles[split].images, options);
  const labels = findFile(mnistFiles[split].labels, options);
  return labels && images?.directory;
}

/** One file's values and the folder they are in. @throws MnistError */
export async function loadIdx(
  file: IdxFile,
  options: MnistOptions = {},
): Promise<{ values: Uint8Array; directory: string }> {
  const found = findFile(file, options);
  if (found) return { values: await readIdx(found, file), directory: found.directory };
  if (options.download ?? true) {
    return { values: await downloadIdx(file, options), directory: downloadDirectory };
  }
  throw new MnistError(
    'missing',
    `${file.name} (or ${file.name}.gz) is in none of: ${searchedDirectories(options).join(', ')}.\n` +
      'Run npm run data to download MNIST, or point MNIST_DIR at a folder that holds its four files.',
  );
}

async function readIdx({ directory, fileName, path }: FoundFile, file: IdxFile): Promise<Uint8Array> {
  const shown = `${directory}/${fileName}`;
  let bytes;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MnistError(
      'unreadable',
      `${shown} cannot be read (${reason}).\nA readable file was expected: see what is there.`,
      { cause },
    );
  }
  try {
    return await decodeIdx(bytes, file);
  } catch (error) {
    if (!(error instanceof MnistError)) throw error;
    throw new MnistError(
      error.code,
      `${shown} is not MNIST's file: ${error.message}\nDelete or replace it, then run npm run data.`,
      { cause: error },
    );
  }
}
