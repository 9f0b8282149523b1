/**
 * The files of one folder of models, of a generator or of a classifier: its manifest, and whatever files that names, held to the
 * sizes and hashes it states. What is in them is for others to read.
 */
import { checkpointFiles } from '../contract/ids.ts';
import type { FileEntry } from '../contract/parts.ts';
import { EngineError } from './engine-error.ts';
import { download } from './download.ts';

interface ManifestOptions<Manifest> {
  readonly id: string;
  /** Ending in a slash. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** @throws ContractError */
  readonly parse: (value: unknown, where: string) => Manifest;
}

/** @throws EngineError, or ContractError when it does not follow the contract. */
export async function fetchManifest<Manifest extends { readonly id: string }>({
  id,
  folder,
  signal,
  parse,
}: ManifestOptions<Manifest>): Promise<Manifest> {
  const url = folder + checkpointFiles.manifest;
  // Ask the server each time whether it changed: everything else is named by its hash.
  const bytes = await download(url, { signal, cache: 'no-cache' });
  if (!bytes) throw missing(id, checkpointFiles.manifest, url);
  const fail = (problem: string): never => {
    throw new EngineError(
      'contract',
      `${url} ${problem}. Make the checkpoint again with npm run train -- ${id} --force.`,
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    fail('is not JSON');
  }
  const manifest = parse(value, url);
  if (manifest.id !== id) fail(`is the manifest of "${manifest.id}"`);
  return manifest;
}

interface CheckedOptions {
  readonly id: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
}

/** @throws EngineError when there is no such file, or another than the manifest describes. */
export async function fetchChecked(
  file: FileEntry,
  { id, folder, ...options }: CheckedOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  // The hash in the address keeps a cache from pairing yesterday's file with today's manifest.
  const url = `${folder}${file.path}?sha256=${file.sha256}`;
  const bytes = await download(url, options);
  if (!bytes) throw missing(id, file.path, url);
  const sha256 = await hash(bytes);
  if (bytes.length !== file.bytes || (sha256 ?? file.sha256) !== file.sha256) {
    throw new EngineError(
      'wrong-hash',
      `${file.path} of checkpoint "${id}" is not the file its manifest describes: expected ${show(file)}, ` +
        `got ${show({ bytes: bytes.length, sha256 })}. Reload the page; if that does not help, make the ` +
        `checkpoint again with npm run train -- ${id} --force.`,
    );
  }
  return bytes;
}

/** Undefined where the browser hashes only in secure contexts and the page is in none, as on http://192.168.0.2. */
async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const subtle = crypto.subtle as SubtleCrypto | undefined; // the types leave that out
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const show = ({ bytes, sha256 }: { bytes: number; sha256: string | undefined }): string =>
  sha256 ? `${bytes} bytes with SHA-256 ${sha256.slice(0, 12)}…` : `${bytes} bytes`;

const missing = (id: string, file: string, url: string): EngineError =>
  new EngineError(
    'checkpoint-missing',
    `Checkpoint "${id}" has no ${file}: ${url} answered 404. Choose another, or make it with npm run train -- ${id}.`,
  );
