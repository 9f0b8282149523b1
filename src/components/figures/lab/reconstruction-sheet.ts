/** Reconstructions of several images of every class as one PNG, drawn while the site is built: a picture that no preview holds. */
import { reconstructions } from '../../../networks/generator/codes.ts';
import type { ImageShape } from '../../../networks/blocks/image-shape.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { withGenerator } from '../../build/generator.ts';
import { encodeChosenOriginals } from '../originals/encode-sheet.ts';
import { imagesOfClass, type Labels } from '../shell/state/images.ts';

/** A row a class, a column one of its first images. */
export const sheetRows = 10;
export const sheetColumns = 8;

const rowsOfImages = (labels: Labels): number[] =>
  Array.from({ length: sheetRows }, (_, digit) => imagesOfClass(labels, digit).slice(0, sheetColumns)).flat();

/** The images themselves; `originals` are [n × numbers of an image], ink in 0..255. */
export const drawOriginalsSheet = (
  originals: Uint8Array,
  labels: Labels,
  shape: ImageShape,
): Uint8Array<ArrayBuffer> => encodeChosenOriginals(originals, rowsOfImages(labels), sheetColumns, shape);

/** Black ink whose alpha is the amount. */
export const drawReconstructionSheet = (id: string): Promise<Uint8Array<ArrayBuffer>> =>
  withGenerator(id, ({ checkpoint, predict }) => {
    const { dataset, model } = checkpoint.manifest;
    return encodeSheet(
      predict(reconstructions(checkpoint, rowsOfImages(dataset.labels))),
      sheetColumns,
      model,
    );
  });
