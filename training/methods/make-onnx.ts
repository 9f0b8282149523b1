/** The ONNX graph of a checkpoint of any family, from its weights. It is in no folder: the site makes it, and `train -- --onnx` writes it. */
import { contractError } from '../../src/contract/parse.ts';
import { entryOf } from '../export/file-entry.ts';
import { readManifest } from '../export/read-checkpoint.ts';
import { methodOf } from './method-of.ts';

/** @throws ContractError when a file is not whole, or the graph is not the one that the manifest states. */
export async function makeOnnx(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const manifest = await readManifest(folder);
  const { path, sha256 } = manifest.onnx.file;
  const bytes = await methodOf(manifest).onnx(folder);
  const made = entryOf(path, bytes);
  if (made.sha256 === sha256) return bytes;
  throw contractError(folder, [
    `${path} made from the weights has SHA-256 ${made.sha256}, expected ${sha256}`,
  ]);
}
