/** A file that is there whole or not at all, however the process ends: written aside, then renamed. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MnistError } from './errors.ts';

/** @throws MnistError `unwritable` */
export async function writeAside(
  root: string,
  directory: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<void> {
  const target = resolve(root, directory);
  try {
    await mkdir(target, { recursive: true });
    const aside = await mkdtemp(join(target, '.download-'));
    try {
      await writeFile(join(aside, fileName), bytes);
      await rename(join(aside, fileName), join(target, fileName));
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MnistError(
      'unwritable',
      `${directory}/${fileName} arrived whole and could not be written (${reason}).\n` +
        'Make the folder writable, or put the four files elsewhere and point MNIST_DIR at them (DATA.md).',
      { cause },
    );
  }
}
