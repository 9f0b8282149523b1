/** A generator and its codes from the files of a shipped checkpoint: of the finished run, or as it was after an earlier epoch. */
import { readFileSync } from 'node:fs';
import { type GloManifest, codeShapes, withFirstImages } from '../../src/contract/families/glo.ts';
import { generatorShapes } from '../../src/networks/generator/generator.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import type { GloModel } from '../../training/methods/glo/model.ts';

interface StoredModel {
  readonly weights: { readonly path: string };
  readonly codes: { readonly path: string };
  /** Images that it has content codes of. */
  readonly numImages: number;
}

/** @throws ContractError when a file holds other tensors. */
export function readModel(
  { id, dataset, model }: GloManifest,
  { weights, codes, numImages }: StoredModel,
): GloModel {
  const tensorsOf = (path: string) => readTensors(readFileSync(`public/models/${id}/${path}`), path);
  const shapes = codeShapes({ dataset: withFirstImages(dataset, numImages), model });
  const tables = requireTensors(tensorsOf(codes.path), shapes, codes.path);
  return {
    dims: model,
    parameters: requireTensors(tensorsOf(weights.path), generatorShapes(model), weights.path),
    contentCodes: Float32Array.from(tables.content_codes),
    classCodes: Float32Array.from(tables.class_codes),
  };
}
