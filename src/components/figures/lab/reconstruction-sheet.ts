/** Reconstructions of several images of every class as one PNG, drawn while the site is built: a picture that no preview holds. */
import { readFileSync } from 'node:fs';
import { codeShapes } from '../../../contract/families/glo.ts';
import { startWasmBackend } from '../../../networks/blocks/wasm-backend.ts';
import { reconstructions } from '../../../networks/generator/codes.ts';
import { imageLength, type ImageShape } from '../../../networks/blocks/image-shape.ts';
import { generatorShapes } from '../../../networks/generator/generator.ts';
import { buildPredictor } from '../../../networks/generator/predictor.ts';
import { readTensors, requireTensors } from '../../../networks/tensors-file.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { readManifest } from '../../build/manifests.ts';
import { modelsFolder } from '../../../contract/ids.ts';
import { imagesOfClass, type Labels } from '../shell/state/images.ts';

/** A row a class, a column one of its first images. */
export const sheetRows = 10;
export const sheetColumns = 8;

let backend: Promise<void> | undefined;

const rowsOfImages = (labels: Labels): number[] =>
  Array.from({ length: sheetRows }, (_, digit) => imagesOfClass(labels, digit).slice(0, sheetColumns)).flat();

/** The images themselves; `originals` are [n × numbers of an image], ink in 0..255. */
export function drawOriginalsSheet(
  originals: Uint8Array,
  labels: Labels,
  shape: ImageShape,
): Uint8Array<ArrayBuffer> {
  const length = imageLength(shape);
  const ink = rowsOfImages(labels).flatMap((image) => [
    ...originals.subarray(image * length, (image + 1) * length),
  ]);
  return encodeSheet(
    Float32Array.from(ink, (amount) => amount / 255),
    sheetColumns,
    shape,
  );
}

/** Black ink whose alpha is the amount. */
export async function drawReconstructionSheet(id: string): Promise<Uint8Array<ArrayBuffer>> {
  await (backend ??= startWasmBackend());
  const manifest = readManifest(id);
  const read = (path: string) => readTensors(readFileSync(`${modelsFolder}/${id}/${path}`), path);
  const { files, model, dataset } = manifest;
  const codes = requireTensors(read(files.codes.path), codeShapes(manifest), files.codes.path);
  const weights = requireTensors(read(files.weights.path), generatorShapes(model), files.weights.path);
  const predictor = buildPredictor(model, weights);
  const ink = predictor.predict(
    reconstructions(
      { manifest, contentCodes: codes.content_codes, classCodes: codes.class_codes },
      rowsOfImages(dataset.labels),
    ),
  );
  predictor.dispose();
  return encodeSheet(ink, sheetColumns, model);
}
