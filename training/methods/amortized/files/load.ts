/** A checkpoint of the second stage from its folder, as numbers: its generator, its encoders, and the class codes of the first stage. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foundShapes, type AmortizedManifest } from '../../../../src/contract/families/amortized.ts';
import type { FileEntry } from '../../../../src/contract/parts.ts';
import type { Shapes } from '../../../../src/contract/safetensors.ts';
import { codeEncoderLayers } from '../../../../src/networks/amortized/architecture.ts';
import { generatorShapes, type GeneratorParameters } from '../../../../src/networks/generator/generator.ts';
import { shapesOf, type NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../../../src/networks/tensors-file.ts';
import { checkCheckpointOf } from '../../../export/read-checkpoint.ts';

export interface LoadedAmortized {
  readonly manifest: AmortizedManifest;
  readonly generator: GeneratorParameters;
  readonly encoders: NamedParameters;
  /** [numClasses × classDim]. */
  readonly classCodes: Float32Array;
}

/** @throws ContractError when a file is missing or not what the manifest says. */
export async function loadAmortized(folder: string): Promise<LoadedAmortized> {
  const manifest = await checkCheckpointOf('amortized', folder);
  const { files, model } = manifest;
  const read = async <Of extends Shapes>({ path }: FileEntry, shapes: Of) =>
    requireTensors(readTensors(await readFile(join(folder, path)), path), shapes, path);
  const { classCodes } = await read(files.codes, foundShapes(manifest));
  return {
    manifest,
    generator: await read(files.weights, generatorShapes(model)),
    encoders: await read(files.encoder, shapesOf(codeEncoderLayers(model))),
    classCodes,
  };
}
