/** A trained decoder that draws while the site is built, for first frames, and the codes of its checkpoint. Not for islands. */
import { readFileSync } from 'node:fs';
import { modelsFolder } from '../../contract/ids.ts';
import type { Checkpoint } from '../../engine/api.ts';
import { tables } from '../../engine/tables.ts';
import { architectureOf } from '../../networks/encoder-decoder/architecture.ts';
import { buildPass } from '../../networks/encoder-decoder/predictor.ts';
import { shapesOf } from '../../networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../networks/tensors-file.ts';
import { sheetUrl } from './generator.ts';
import { readManifestOf } from './manifests.ts';

type WithDecoder = 'autoencoder' | 'vae';

export interface OpenDecoder {
  readonly checkpoint: Checkpoint<WithDecoder>;
  /** Codes [n × codeDim] → intensity [n, pixels], which a linear decoder may draw outside [0, 1]. */
  readonly decode: (codes: Float32Array) => Float32Array<ArrayBuffer>;
}

/** Nothing is to be freed. */
export function openDecoder(family: WithDecoder, id: string): OpenDecoder {
  const manifest = readManifestOf(family, id);
  const { files, model } = manifest;
  const read = (path: string) => readFileSync(`${modelsFolder}/${id}/${path}`);
  const codes = tables[family].read(manifest as never, [read(files.codes.path)]);
  const specs = architectureOf(model).decoder;
  const { path } = files.weights;
  const weights = requireTensors(readTensors(read(path), path), shapesOf(specs), path);
  return { checkpoint: { manifest, ...codes }, decode: buildPass(specs, weights) };
}

/** What it decodes, in rows of `columns`, as the address of a PNG. */
export function decodedSheet(
  { family, id }: { readonly family: WithDecoder; readonly id: string },
  columns: number,
  makeCodes: (checkpoint: Checkpoint<WithDecoder>) => Float32Array,
): string {
  const { checkpoint, decode } = openDecoder(family, id);
  const ink = decode(makeCodes(checkpoint)).map((value) => Math.min(Math.max(value, 0), 1));
  return sheetUrl(ink, columns, checkpoint.manifest.model);
}
