/** Where MNIST's files are on this machine. Looks at names only; nothing is read or checked here. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { IdxFile } from './files.ts';

export interface FindOptions {
  /** The project's folder; npm starts every script in it. */
  readonly root?: string;
  /** A folder to look in first, instead of $MNIST_DIR; empty for none. */
  readonly mnistDir?: string;
}

/** Where a download is kept, relative to the project's folder and ignored by git. */
export const downloadDirectory = 'data/mnist';

export interface FoundFile {
  /** As a person reads it: what $MNIST_DIR says, or relative to the project's folder. */
  readonly directory: string;
  readonly fileName: string;
  readonly path: string;
}

export const searchedDirectories = ({ mnistDir = process.env['MNIST_DIR'] }: FindOptions): string[] => [
  ...(mnistDir ? [mnistDir] : []),
  downloadDirectory,
  '../shared/mnist',
];

/** The first place that has the file, raw or gzip. */
export function findFile(file: IdxFile, options: FindOptions): FoundFile | undefined {
  const { root = process.cwd() } = options;
  for (const directory of searchedDirectories(options)) {
    for (const fileName of [file.name, `${file.name}.gz`]) {
      const path = resolve(root, join(directory, fileName));
      if (existsSync(path)) return { directory, fileName, path };
    }
  }
  return undefined;
}
