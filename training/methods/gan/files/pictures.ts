/** What a checkpoint shows of a generator: samples, walks between two codes, a row of samples an epoch; and the golden cases that tests hold it to. */
import { checkpointFiles, previewFile } from '../../../../src/contract/ids.ts';
import {
  sampleCodes,
  sampleGrid,
  walkCodes,
  walkEnds,
  walkGrid,
} from '../../../../src/networks/gan/codes.ts';
import type { Gan } from '../../../../src/networks/gan/predictor.ts';
import { concatenate } from '../../../../src/numerics/arrays.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { goldenImages } from '../../../data/golden-images.ts';
import { toIntensity } from '../../../evaluation/pictures.ts';
import type { Grid } from '../../../export/grid.ts';
import type { gridEncoderOf } from '../../../export/light-grid.ts';

/** What the generator makes of ten codes that are always the same: the first of the samples. */
export const drawRow = (gan: Gan): Float32Array =>
  gan.generate(sampleCodes(gan.config.codeDim, { count: sampleGrid.columns }));

/** Bytes by path, with the grid of each. */
export function drawPreviews(
  gan: Gan,
  rows: readonly Float32Array[],
  encode: ReturnType<typeof gridEncoderOf>,
) {
  const picture = (path: string, pictures: Float32Array, grid: Grid) => ({
    path,
    bytes: encode(pictures, grid, gan.config),
    ...grid,
  });
  const { codeDim } = gan.config;
  return {
    samples: picture(previewFile('samples'), gan.generate(sampleCodes(codeDim)), sampleGrid),
    interpolation: picture(
      previewFile('interpolation'),
      gan.generate(walkCodes(walkEnds(codeDim))),
      walkGrid,
    ),
    epochs: picture(checkpointFiles.epochs, concatenate(rows), {
      rows: rows.length,
      columns: sampleGrid.columns,
    }),
  };
}

/** How far a runtime's numbers may be from the golden ones, on the scale of the largest. */
export const golden = { numImages: 4, tolerance: 2e-3 } as const;

/** Drawn digits, so that no picture of the data set is in it. */
export function goldenCases(gan: Gan) {
  const images = toIntensity(goldenImages(gan.config, golden.numImages));
  const codes = normalArray(createRandom('golden'), golden.numImages * gan.config.codeDim, 1);
  return { images, ...gan.discriminate(images), codes, pictures: gan.generate(codes) };
}
