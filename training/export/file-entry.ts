/** What a manifest says of a file: its path, size and hash. */
import type { FileEntry } from '../../src/contract/parts.ts';
import { sha256 } from '../../src/numerics/sha256.ts';

export const entryOf = (path: string, bytes: Uint8Array): FileEntry => ({
  path,
  bytes: bytes.length,
  sha256: sha256(bytes),
});
