/**
 * The files of one checkpoint of the site, of any family: its manifest, and whatever files that names, held to the sizes and hashes it
 * states. What is in them is for others to read. The same of a checkpoint that the reader keeps: own-checkpoints.ts.
 */
import { checkpointFiles } from '../contract/ids.ts';
import { parseManifest, type Manifest } from '../contract/manifest.ts';
import type { FileEntry } from '../contract/parts.ts';
import { EngineError } from './engine-error.ts';
import { download } from './download.ts';
import { mismatch } from './file-check.ts';

/** Where the files of one checkpoint are read from. */
export interface CheckpointSource {
  /** @throws EngineError, or ContractError when it does not follow the contract. */
  readManifest(): Promise<Manifest>;
  /**
   * `onBytes`: called with the size of each piece that arrives.
   * @throws EngineError when there is no such file, or another than the manifest describes.
   */
  readFile(file: FileEntry, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>>;
}

interface FolderOptions {
  readonly id: string;
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
  readonly signal: AbortSignal;
}

export function folderSource({ id, modelsUrl, signal }: FolderOptions): CheckpointSource {
  const folder = `${modelsUrl}${id}/`;
  return {
    async readManifest() {
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
    },

    async readFile(file, onBytes) {
      // The hash in the address keeps a cache from pairing yesterday's file with today's manifest.
      const url = `${folder}${file.path}?sha256=${file.sha256}`;
      const bytes = await download(url, { signal, onBytes });
      if (!bytes) throw missing(id, file.path, url);
      const difference = await mismatch(file, bytes);
      if (difference === undefined) return bytes;
      throw new EngineError(
        'wrong-hash',
        `${file.path} of checkpoint "${id}" is not the file its manifest describes: ${difference}. ` +
          'Reload the page; if that does not help, make the ' +
          `checkpoint again with npm run train -- ${id} --force.`,
      );
    },
  };
}

const missing = (id: string, file: string, url: string): EngineError =>
  new EngineError(
    'checkpoint-missing',
    `Checkpoint "${id}" has no ${file}: ${url} answered 404. Choose another, or make it with npm run train -- ${id}.`,
  );
