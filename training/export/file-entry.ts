/** What a manifest says of a file: its path, size and hash. */
import { createHash } from 'node:crypto';
import type { FileEntry } from '../../src/contract/parts.ts';

export const entryOf = (path: string, bytes: Uint8Array): FileEntry => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
