/** A checkpoint's files: fetched, held to their manifest, and parsed up to the network file, which is the adapter's. */
import { checkpointFiles } from '../contract/ids.ts';
import { codeShapes } from '../contract/layouts.ts';
import { parseManifest, type FileEntry, type Manifest } from '../contract/manifest.ts';
import { readTensors, requireTensors } from '../networks/tensors-file.ts';
import type { Adapter } from './adapters/adapter.ts';
import { EngineError, type Checkpoint, type LoadProgress } from './api.ts';
import { download } from './download.ts';

export interface FetchOptions {
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
  readonly networkFile: Adapter['networkFile'];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

export interface CheckpointFiles {
  readonly checkpoint: Checkpoint;
  readonly network: Uint8Array<ArrayBuffer>;
}

/** @throws EngineError, or ContractError when a file does not follow the contract. */
export async function fetchCheckpoint(id: string, options: FetchOptions): Promise<CheckpointFiles> {
  const { signal, onProgress } = options;
  const folder = `${options.modelsUrl}${id}/`;
  const manifest = await fetchManifest(id, folder, signal);

  const wanted = [manifest.files[options.networkFile], manifest.files.codes];
  const totalBytes = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  const onBytes = (bytes: number): void => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
  onBytes(0);
  const [network, codes] = await Promise.all(
    wanted.map((file) => fetchChecked(file, { id, folder, signal, onBytes })),
  );

  const where = `${manifest.files.codes.path} of checkpoint "${id}"`;
  const { content_codes: contentCodes, class_codes: classCodes } = requireTensors(
    readTensors(codes, where),
    codeShapes(manifest),
    where,
  );
  return { checkpoint: { manifest, contentCodes, classCodes }, network };
}

async function fetchManifest(id: string, folder: string, signal: AbortSignal): Promise<Manifest> {
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
  const manifest = parseManifest(value, url);
  if (manifest.id !== id) fail(`is the manifest of "${manifest.id}"`);
  return manifest;
}

interface CheckedOptions {
  readonly id: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

async function fetchChecked(
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
