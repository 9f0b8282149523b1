/** Reconstructions of several images of every class as one PNG, drawn while the site is built: a picture that no preview holds. */
import { readFileSync } from 'node:fs';
import { encode } from 'fast-png';
import { codeShapes } from '../../../contract/families/glo.ts';
import { startWasmBackend } from '../../../networks/blocks/wasm-backend.ts';
import { reconstructions } from '../../../networks/generator/codes.ts';
import { generatorShapes, imageSize, numPixels } from '../../../networks/generator/generator.ts';
import { buildPredictor } from '../../../networks/generator/predictor.ts';
import { readTensors, requireTensors } from '../../../networks/tensors-file.ts';
import { readManifest } from '../../build/manifests.ts';
import { modelsFolder } from '../../../contract/ids.ts';
import { imagesOfClass, type Labels } from '../shell/state/images.ts';

/** A row a class, a column one of its first images. */
export const sheetRows = 10;
export const sheetColumns = 8;

let backend: Promise<void> | undefined;

const rowsOfImages = (labels: Labels): number[] =>
  Array.from({ length: sheetRows }, (_, digit) => imagesOfClass(labels, digit).slice(0, sheetColumns)).flat();

/** The images themselves; `originals` is [n, 28 × 28], ink in 0..255. */
export const drawOriginalsSheet = (originals: Uint8Array, labels: Labels): Uint8Array<ArrayBuffer> =>
  encodeSheet(
    Float32Array.from(
      rowsOfImages(labels).flatMap((image) => [
        ...originals.subarray(image * numPixels, (image + 1) * numPixels),
      ]),
      (amount) => amount / 255,
    ),
  );

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
  return encodeSheet(ink);
}

function encodeSheet(ink: Float32Array): Uint8Array<ArrayBuffer> {
  const [width, height] = [sheetColumns * imageSize, sheetRows * imageSize];
  const data = new Uint8Array(width * height * 2);
  ink.forEach((amount, i) => {
    const [cell, pixel] = [Math.floor(i / numPixels), i % numPixels];
    const y = Math.floor(cell / sheetColumns) * imageSize + Math.floor(pixel / imageSize);
    const x = (cell % sheetColumns) * imageSize + (pixel % imageSize);
    data[2 * (y * width + x) + 1] = Math.round((255 / 63) * Math.round(63 * amount));
  });
  return new Uint8Array(encode({ width, height, data, channels: 2, depth: 8 }));
}
