/** What a checkpoint of the second stage shows: images that it never saw by their codes, and those in every class; and its golden cases. */
import { previewFile } from '../../../../src/contract/ids.ts';
import { rowsOfCodes } from '../../../../src/networks/generator/code-rows.ts';
import type { CodeEncoders } from '../../../../src/networks/amortized/predictor.ts';
import { imageLength } from '../../../../src/networks/blocks/image-shape.ts';
import { transfers, type CodeBatch, type CodeSource } from '../../../../src/networks/generator/codes.ts';
import { concatenate } from '../../../../src/numerics/arrays.ts';
import { goldenImages } from '../../../data/golden-images.ts';
import type { LabelledImages } from '../../../data/sources.ts';
import { refine, withContents, type FoundInput } from '../../../evaluation/amortized/found-codes.ts';
import { measureHeldOut } from '../../../evaluation/held-out.ts';
import { toIntensity, type Predict } from '../../../evaluation/pictures.ts';
import type { Grid } from '../../../export/grid.ts';
import { encodeIntensityGrid } from '../../../export/intensity-grid.ts';

export interface FoundCodes {
  readonly encoded: CodeBatch;
  readonly refined: CodeBatch;
  readonly searched: CodeBatch;
}

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

/** Bytes by path, with the grid of each. `labels`: of the shown images. */
export function drawPreviews(
  predict: Predict,
  source: CodeSource,
  labels: Uint8Array,
  { encoded, refined, searched }: FoundCodes,
) {
  const { model } = source.manifest;
  const picture = (kind: 'reconstructions' | 'transfers', pictures: Float32Array, grid: Grid) => ({
    path: previewFile(kind),
    bytes: encodeIntensityGrid(pictures, grid, model),
    ...grid,
  });
  const columns = encoded.count;
  const contents = Array.from({ length: columns }, (_, i) => i);
  const classes = Array.from({ length: model.numClasses }, (_, label) => label);
  const inClasses = transfers(withContents(source, labels, encoded.contentCodes), { contents, classes });
  return {
    reconstructions: picture(
      'reconstructions',
      concatenate([encoded, refined, searched].map((codes) => predict(codes))),
      { rows: 3, columns },
    ),
    transfers: picture('transfers', predict(inClasses), { rows: classes.length, columns }),
  };
}

/** Runtimes agree within so much. */
export const golden = { numImages: 4, tolerance: 2e-3 } as const;

/** Drawn digits, so that no picture of the data set is in it. */
export function goldenCases(encoders: CodeEncoders, predict: Predict) {
  const images = toIntensity(goldenImages(encoders.config, golden.numImages));
  const codes = encoders.encode(images);
  return { images, codes: rowsOfCodes(encoders.config, codes), pictures: predict(codes) };
}
