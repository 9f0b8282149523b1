/** What a checkpoint of the second stage shows: images that it never saw by their codes, and those in every class; and its golden cases. */
import { previewFile } from '../../../../src/contract/ids.ts';
import { rowsOfCodes } from '../../../../src/networks/amortized/codes.ts';
import type { CodeEncoders } from '../../../../src/networks/amortized/predictor.ts';
import { imageLength } from '../../../../src/networks/blocks/image-shape.ts';
import type { CodeBatch } from '../../../../src/networks/generator/codes.ts';
import { concatenate, gatherRows } from '../../../../src/numerics/arrays.ts';
import type { LabelledImages } from '../../../data/sources.ts';
import { makeStrokes } from '../../../data/strokes.ts';
import { refine, type FoundInput } from '../../../evaluation/amortized/found-codes.ts';
import { measureHeldOut } from '../../../evaluation/held-out.ts';
import { toIntensity, type Predict } from '../../../evaluation/pictures.ts';
import type { Grid } from '../../../export/grid.ts';
import { encodeIntensityGrid } from '../../../export/intensity-grid.ts';

export interface FoundCodes {
  readonly encoded: CodeBatch;
  readonly refined: CodeBatch;
  readonly searched: CodeBatch;
}

/** Places of the first image of each class. @throws Error when there is none of a class. */
export const firstOfEachClass = (labels: Uint8Array, numClasses: number): number[] =>
  Array.from({ length: numClasses }, (_, label) => {
    const image = labels.indexOf(label);
    if (image >= 0) return image;
    throw new Error(
      `A checkpoint shows one unseen image a class, and none of ${labels.length} is of class ${label}.`,
    );
  });

/** Of the images at `shown`, in the three ways of found-codes.ts. */
export function findCodes(
  input: FoundInput & { readonly learned: LabelledImages; readonly unseen: LabelledImages },
  shown: readonly number[],
): FoundCodes {
  const length = imageLength(input.encoders.config);
  const images = Uint8Array.from(
    shown.flatMap((image) => [...input.unseen.images.subarray(image * length, (image + 1) * length)]),
  );
  const { encoded, refined } = refine(input, toIntensity(images));
  const { codes } = measureHeldOut({
    ...input,
    images,
    labels: Uint8Array.from(shown, (image) => input.unseen.labels[image]),
    trainImages: input.learned.images,
    numImages: shown.length,
  });
  return { encoded, refined: refined.codes, searched: codes };
}

/** Bytes by path, with the grid of each. */
export function drawPreviews(
  predict: Predict,
  {
    encoders: { config },
    classCodes,
  }: { readonly encoders: CodeEncoders; readonly classCodes: Float32Array },
  { encoded, refined, searched }: FoundCodes,
) {
  const picture = (kind: 'reconstructions' | 'transfers', pictures: Float32Array, grid: Grid) => ({
    path: previewFile(kind),
    bytes: encodeIntensityGrid(pictures, grid, config),
    ...grid,
  });
  const columns = encoded.count;
  const numClasses = classCodes.length / config.classDim;
  const inClass = (label: number): CodeBatch => ({
    ...encoded,
    classCodes: gatherRows(
      classCodes,
      config.classDim,
      Array.from({ length: columns }, () => label),
    ),
  });
  return {
    reconstructions: picture(
      'reconstructions',
      concatenate([encoded, refined, searched].map((codes) => predict(codes))),
      { rows: 3, columns },
    ),
    transfers: picture(
      'transfers',
      concatenate(Array.from({ length: numClasses }, (_, label) => predict(inClass(label)))),
      { rows: numClasses, columns },
    ),
  };
}

/** Runtimes agree within so much. */
export const golden = { numImages: 4, tolerance: 2e-3 } as const;

/** Drawn digits, so that no picture of the data set is in it. */
export function goldenCases(encoders: CodeEncoders, predict: Predict) {
  const images = toIntensity(makeStrokes({ seed: 'golden', numImages: golden.numImages }).images);
  const codes = encoders.encode(images);
  return { images, codes: rowsOfCodes(encoders.config, codes), pictures: predict(codes) };
}
