/** A whole checkpoint from its folder, every hash checked, as numbers: what is measured. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHistoryOf } from '../../../../src/contract/history.ts';
import { type GloHistory, type GloManifest, codeShapes } from '../../../../src/contract/families/glo.ts';
import { generatorShapes, type GeneratorParameters } from '../../../../src/networks/generator/generator.ts';
import { readTensors, requireTensors } from '../../../../src/networks/tensors-file.ts';
import { checkCheckpointOf } from '../../../export/read-checkpoint.ts';

export interface LoadedCheckpoint {
  readonly manifest: GloManifest;
  readonly parameters: GeneratorParameters;
  /** [numImages, contentDim]. */
  readonly contentCodes: Float32Array;
  /** [numClasses, classDim]. */
  readonly classCodes: Float32Array;
  readonly history: GloHistory;
}

/** @throws ContractError when a file is missing or not what the manifest says. */
export async function loadCheckpoint(folder: string): Promise<LoadedCheckpoint> {
  const manifest = await checkCheckpointOf('glo', folder);
  const { files, model } = manifest;
  const read = (path: string) => readFile(join(folder, path));
  const [weights, codes, history] = await Promise.all([
    read(files.weights.path),
    read(files.codes.path),
    read(files.history.path),
  ]);
  const parameters = requireTensors(
    readTensors(weights, files.weights.path),
    generatorShapes(model),
    files.weights.path,
  );
  const tables = requireTensors(readTensors(codes, files.codes.path), codeShapes(manifest), files.codes.path);
  return {
    manifest,
    parameters,
    contentCodes: tables.content_codes,
    classCodes: tables.class_codes,
    history: parseHistoryOf('glo')(JSON.parse(history.toString('utf8')), files.history.path),
  };
}
