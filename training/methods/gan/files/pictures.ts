/** What a checkpoint shows of a generator: samples, walks between two codes, a row of samples an epoch; and the golden cases that tests hold it to. */
import { checkpointFiles, previewFile } from '../../../../src/contract/ids.ts';
import type { Gan } from '../../../../src/networks/gan/predictor.ts';
import { concatenate, rowsBetween } from '../../../../src/numerics/arrays.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../data/strokes.ts';
import { toIntensity } from '../../../evaluation/pictures.ts';
import { encodeIntensityGrid } from '../../../export/intensity-grid.ts';

const columns = 10;
const sampleRows = 5;
const numWalks = 5;

const codesFor = ({ config }: Gan, name: string, count: number) =>
  normalArray(createRandom(name), count * config.codeDim, 1);

/** What the generator makes of ten codes that are always the same: the first of the samples. */
export const drawRow = (gan: Gan): Float32Array => gan.generate(codesFor(gan, 'preview samples', columns));

/** Bytes by path, with the grid of each. */
export function drawPreviews(gan: Gan, rows: readonly Float32Array[]) {
  const picture = (path: string, ink: Float32Array, numRows: number) => {
    const grid = { rows: numRows, columns };
    return { path, bytes: encodeIntensityGrid(ink, grid, gan.config), ...grid };
  };
  const { codeDim } = gan.config;
  const ends = codesFor(gan, 'preview interpolation', 2 * numWalks);
  const codeAt = (i: number) => ends.subarray(i * codeDim, (i + 1) * codeDim);
  const walks = Array.from({ length: numWalks }, (_, i) =>
    rowsBetween(codeAt(2 * i), codeAt(2 * i + 1), columns),
  );
  return {
    samples: picture(
      previewFile('samples'),
      gan.generate(codesFor(gan, 'preview samples', sampleRows * columns)),
      sampleRows,
    ),
    interpolation: picture(previewFile('interpolation'), gan.generate(concatenate(walks)), numWalks),
    epochs: picture(checkpointFiles.epochs, concatenate(rows), rows.length),
  };
}

/** How far a runtime's numbers may be from the golden ones, on the scale of the largest. */
export const golden = { numImages: 4, tolerance: 2e-3 } as const;

/** Drawn digits, so that no picture of the data set is in it. */
export function goldenCases(gan: Gan) {
  const images = toIntensity(makeStrokes({ seed: 'golden', numImages: golden.numImages }).images);
  const codes = codesFor(gan, 'golden', golden.numImages);
  return { images, ...gan.discriminate(images), codes, pictures: gan.generate(codes) };
}
