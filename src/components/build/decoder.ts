/** A trained decoder that draws while the site is built, for first frames, and the codes of its checkpoint. Not for islands. */
import { readFileSync } from 'node:fs';
import { modelsFolder } from '../../contract/ids.ts';
import type { Checkpoint } from '../../engine/api.ts';
import { tables } from '../../engine/tables.ts';
import { architectureOf } from '../../networks/encoder-decoder/architecture.ts';
import { buildPass } from '../../networks/layers/pass.ts';
import { shapesOf } from '../../networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../networks/tensors-file.ts';
import { sheetUrl } from './generator.ts';
import { readManifestOf } from './manifests.ts';

type WithDecoder = 'autoencoder' | 'vae';

type WithCodes = Checkpoint<WithDecoder>;

export interface OpenDecoder {
  readonly checkpoint: WithCodes;
  /** Codes [n × codeDim] → intensity [n, pixels], which a linear decoder may draw outside [0, 1]. */
  readonly decode: (codes: Float32Array) => Float32Array<ArrayBuffer>;
}

const readFileOf = (id: string, path: string): Buffer => readFileSync(`${modelsFolder}/${id}/${path}`);

/** What a figure has of a checkpoint before it draws: its manifest and its codes. */
export function readCodes(family: WithDecoder, id: string): WithCodes {
  const manifest = readManifestOf(family, id);
  const codes = tables[family].read(manifest as never, [readFileOf(id, manifest.files.codes.path)]);
  return { manifest, ...codes };
}

/** Nothing is to be freed. */
export function openDecoder(family: WithDecoder, id: string): OpenDecoder {
  const checkpoint = readCodes(family, id);
  const { files, model } = checkpoint.manifest;
  const specs = architectureOf(model).decoder;
  const { path } = files.weights;
  const weights = requireTensors(readTensors(readFileOf(id, path), path), shapesOf(specs), path);
  return { checkpoint, decode: buildPass(specs, weights) };
}

/** What it decodes, in rows of `columns`, as the address of a PNG. */
export function decodedSheet(
  { checkpoint, decode }: OpenDecoder,
  columns: number,
  makeCodes: (checkpoint: WithCodes) => Float32Array,
): string {
  const ink = decode(makeCodes(checkpoint)).map((value) => Math.min(Math.max(value, 0), 1));
  return sheetUrl(ink, columns, checkpoint.manifest.model);
}
