/** Whether bytes are those that a manifest describes: as many, and with the same hash. */
import type { FileEntry } from '../contract/parts.ts';
import { sha256Of } from '../numerics/digest.ts';

/** Undefined when they are; else what was expected and what came. */
export async function mismatch(file: FileEntry, bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const sha256 = await hash(bytes);
  if (bytes.length === file.bytes && (sha256 ?? file.sha256) === file.sha256) return undefined;
  return `expected ${show(file)}, got ${show({ bytes: bytes.length, sha256 })}`;
}

/** Undefined where the browser hashes only in secure contexts and the page is in none, as on http://192.168.0.2. */
async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const subtle = crypto.subtle as SubtleCrypto | undefined; // the types leave that out
  return subtle && (await sha256Of(bytes));
}

const show = ({ bytes, sha256 }: { bytes: number; sha256: string | undefined }): string =>
  sha256 ? `${bytes} bytes with SHA-256 ${sha256.slice(0, 12)}…` : `${bytes} bytes`;
