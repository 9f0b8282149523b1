/** A trained generator that draws while the site is built, for first frames and for what is measured on pictures. Not for islands. */
import { readFileSync } from 'node:fs';
import { codeShapes } from '../../contract/families/glo.ts';
import { modelsFolder } from '../../contract/ids.ts';
import type { Checkpoint } from '../../engine/api.ts';
import { generatorShapes, type GeneratorParameters } from '../../networks/generator/generator.ts';
import { buildPredictor, type Predictor } from '../../networks/generator/predictor.ts';
import { readTensors, requireTensors } from '../../networks/tensors-file.ts';
import type { ImageShape } from '../../networks/blocks/image-shape.ts';
import { startBackend } from './backend.ts';
import { encodeSheet } from './encode-sheet.ts';
import { readManifest } from './manifests.ts';

export interface OpenGenerator {
  readonly checkpoint: Checkpoint<'glo'>;
  readonly parameters: GeneratorParameters;
  readonly predict: Predictor['predict'];
}

/** Opens a checkpoint for as long as `use` runs. */
export async function withGenerator<Result>(
  id: string,
  use: (generator: OpenGenerator) => Result,
): Promise<Result> {
  await startBackend();
  const manifest = readManifest(id);
  const { files, model } = manifest;
  const read = (path: string) => readTensors(readFileSync(`${modelsFolder}/${id}/${path}`), path);
  const codes = requireTensors(read(files.codes.path), codeShapes(manifest), files.codes.path);
  const parameters = requireTensors(read(files.weights.path), generatorShapes(model), files.weights.path);
  const predictor = buildPredictor(model, parameters);
  const checkpoint = { manifest, contentCodes: codes.content_codes, classCodes: codes.class_codes };
  try {
    return use({ checkpoint, parameters, predict: (batch) => predictor.predict(batch) });
  } finally {
    predictor.dispose();
  }
}

/** Pictures in rows of `columns`, as the address of a PNG. */
export function sheetUrl(ink: Float32Array, columns: number, shape: ImageShape): string {
  return `data:image/png;base64,${Buffer.from(encodeSheet(ink, columns, shape)).toString('base64')}`;
}
