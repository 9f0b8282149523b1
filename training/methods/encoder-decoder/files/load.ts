/** A checkpoint of an encoder with its decoder from its folder, as numbers: its network, and its curves. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  encoderDecoderHistorySchema,
  type EncoderDecoderHistory,
  type EncoderDecoderManifest,
} from '../../../../src/contract/families/encoder-decoder.ts';
import { parseOrExplain } from '../../../../src/contract/parse.ts';
import type { FileEntry } from '../../../../src/contract/parts.ts';
import { architectureOf } from '../../../../src/networks/encoder-decoder/architecture.ts';
import type { LayerSpec } from '../../../../src/networks/layers/layer.ts';
import { shapesOf, type NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../../../src/networks/tensors-file.ts';
import { readJson } from '../../../export/read-files.ts';

export interface LoadedEncoderDecoder<M extends EncoderDecoderManifest = EncoderDecoderManifest> {
  readonly manifest: M;
  readonly parameters: NamedParameters;
  readonly history: EncoderDecoderHistory;
}

/** `manifest`: of the folder, whose files were checked. @throws ContractError when a file is not what the manifest says. */
export async function loadEncoderDecoder<M extends EncoderDecoderManifest>(
  folder: string,
  manifest: M,
): Promise<LoadedEncoderDecoder<M>> {
  const { files, model } = manifest;
  const { encoder, decoder } = architectureOf(model);
  const read = async ({ path }: FileEntry, specs: readonly LayerSpec[]) =>
    requireTensors(readTensors(await readFile(join(folder, path)), path), shapesOf(specs), path);
  const parameters = {
    ...(await read(files.encoder, encoder)),
    ...(await read(files.weights, decoder)),
  };
  const history = await readJson(join(folder, files.history.path), (value, where) =>
    parseOrExplain(encoderDecoderHistorySchema, value, where),
  );
  return { manifest, parameters, history };
}
