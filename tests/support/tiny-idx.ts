/** A file in MNIST's format, small enough to make by hand, and a project folder to put it in. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { IdxFile } from '../../training/data/mnist/files.ts';

/** Two images of 2 × 3 pixels. */
export const tinyValues = Uint8Array.of(0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255);

// prettier-ignore
export const tinyBytes = Buffer.from([
  0, 0, 8, 3,
  0, 0, 0, 2,
  0, 0, 0, 2,
  0, 0, 0, 3,
  ...tinyValues,
]);

export const tinyFile: IdxFile = {
  name: 'tiny-images-idx3-ubyte',
  dims: [
    ['images', 2],
    ['rows', 2],
    ['columns', 3],
  ],
  sha256: createHash('sha256').update(tinyBytes).digest('hex'),
};

/** An empty project folder with nothing beside it, gone after the test. */
export function makeProject(): string {
  const parent = mkdtempSync(join(tmpdir(), 'glo-data-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const root = join(parent, 'project');
  mkdirSync(root);
  return root;
}
