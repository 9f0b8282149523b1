/** What a reader gives, read: the files of one checkpoint, or a graph alone. Not here: whether a checkpoint follows the contract (own-checkpoints.ts). */
import { checkpointFiles } from '../../contract/ids.ts';
import { limits, requireWithinLimits } from './limits.ts';
import { readGeneratorGraph, type GeneratorGraph } from './onnx-graph.ts';
import { inMegabytes, Refusal } from './refusal.ts';
import { unzip } from './unzip.ts';
import { requirePlainPath } from './zip-directory.ts';

/** A file as the browser gives it: nothing is read before its size is known. */
export interface GivenFile {
  /** In the folder that was given, with slashes; a file alone has its name. */
  readonly path: string;
  readonly file: Pick<Blob, 'size' | 'arrayBuffer'>;
}

export type Dropped =
  /** By their paths in the checkpoint's folder. */
  | { readonly kind: 'checkpoint'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'graph'; readonly file: Uint8Array<ArrayBuffer>; readonly graph: GeneratorGraph };

/** @throws Refusal */
export async function readDropped(given: readonly GivenFile[]): Promise<Dropped> {
  if (given.length === 0)
    throw new Refusal('There is no file in it. Take the folder of a checkpoint, or a zip of it.');
  const [{ path, file }] = given;
  if (given.length > 1) return { kind: 'checkpoint', files: folderOfCheckpoint(await readAll(given)) };
  if (file.size > limits.totalBytes) {
    throw new Refusal(
      `${path} has ${inMegabytes(file.size)}; up to ${inMegabytes(limits.totalBytes)} are read. Take the folder of one checkpoint alone.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.zip$/i.test(path)) return { kind: 'checkpoint', files: folderOfCheckpoint(unzip(bytes)) };
  if (/\.onnx$/i.test(path)) return { kind: 'graph', file: bytes, graph: readGeneratorGraph(bytes) };
  throw new Refusal(
    `${path} is neither a zip nor an .onnx file. Take the folder of a checkpoint, or a zip of it.`,
  );
}

async function readAll(given: readonly GivenFile[]): Promise<Map<string, Uint8Array>> {
  requireWithinLimits(
    given.map(({ path, file }) => ({ path, bytes: file.size })),
    'The folder',
  );
  const files = new Map<string, Uint8Array>();
  for (const { path, file } of given) {
    requirePlainPath(path);
    files.set(path, new Uint8Array(await file.arrayBuffer()));
  }
  return files;
}

/** The files beside the one manifest, without the folders before them. */
function folderOfCheckpoint(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const name = checkpointFiles.manifest;
  const manifests = [...files.keys()].filter((path) => path === name || path.endsWith(`/${name}`));
  if (manifests.length === 0) {
    throw new Refusal(
      `There is no ${name} in it, so it is no checkpoint. Take the whole folder that npm run train writes, or a zip of it.`,
    );
  }
  if (manifests.length > 1) {
    const folders = manifests.map((path) => path.slice(0, -name.length) || './');
    throw new Refusal(`It holds ${manifests.length} checkpoints: ${folders.join(', ')}. Take one of them.`);
  }
  const folder = manifests[0].slice(0, -name.length);
  return new Map(
    Array.from(files)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, bytes]) => [path.slice(folder.length), bytes]),
  );
}
