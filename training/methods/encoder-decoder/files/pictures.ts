/** What a checkpoint shows of an encoder with its decoder: reconstructions, interpolations, samples; and the golden cases that tests hold it to. */
import { previewFile } from '../../../../src/contract/ids.ts';
import { imageLength } from '../../../../src/networks/blocks/image-shape.ts';
import type { EncoderDecoder } from '../../../../src/networks/encoder-decoder/predictor.ts';
import { gatherRows } from '../../../../src/numerics/arrays.ts';
import { drawGaussian, standardGaussian, type Gaussian } from '../../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import type { LabelledImages } from '../../../data/sources.ts';
import { makeStrokes } from '../../../data/strokes.ts';
import { toIntensity } from '../../../evaluation/pictures.ts';
import { encodeIntensityGrid, type Grid } from '../../../export/intensity-grid.ts';
import { codesOf, walksBetween } from '../../../../src/networks/encoder-decoder/codes.ts';

interface Picture extends Grid {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface ShownInput {
  readonly model: EncoderDecoder;
  readonly training: LabelledImages;
  readonly validation: LabelledImages;
  readonly numClasses: number;
}

/** What the encoder says of the first training image of each class, and then of the first validation image of each: [2 numClasses × encoding]. */
export function shownEncodings({ model, training, validation, numClasses }: ShownInput): Float32Array {
  const length = imageLength(model.config);
  const [learned, unseen] = [training, validation].map((data) =>
    model.encode(firstOfEachClass(data, numClasses, length)),
  );
  return joined(learned, unseen);
}

interface PreviewInput {
  readonly model: EncoderDecoder;
  /** Of `shownEncodings`. */
  readonly shown: Float32Array;
  readonly numClasses: number;
  /** Fitted to the codes. */
  readonly fitted: Gaussian;
}

const numSteps = 10;

/** The three previews of the manifest; ten of everything for ten classes. */
export function drawPreviews({ model, shown, numClasses, fitted }: PreviewInput) {
  const { config } = model;
  const { codeDim } = config;
  const draw = (
    kind: 'reconstructions' | 'interpolation' | 'samples',
    codes: Float32Array,
    rows: number,
  ): Picture => {
    const grid = { rows, columns: codes.length / codeDim / rows };
    const ink = model.decode(codes).map((value) => Math.min(Math.max(value, 0), 1));
    return { path: previewFile(kind), bytes: encodeIntensityGrid(ink, grid, config), ...grid };
  };
  const codes = codesOf(config, shown);
  const draws = (gaussian: Gaussian, name: string) =>
    drawGaussian(gaussian, createRandom(`preview ${name}`), { count: numClasses });
  return {
    reconstructions: draw('reconstructions', codes, 2),
    interpolation: draw('interpolation', walksBetween(codes, codeDim, numSteps), numClasses),
    samples: draw(
      'samples',
      joined(draws(standardGaussian(codeDim), 'standard'), draws(fitted, 'fitted')),
      2,
    ),
  };
}

/** Intensity of the first image of each class. @throws Error when a class has none. */
function firstOfEachClass(
  { images, labels }: LabelledImages,
  numClasses: number,
  length: number,
): Float32Array {
  const first = Array.from({ length: numClasses }, (_, label) => labels.indexOf(label));
  const missing = first.indexOf(-1);
  if (missing >= 0) {
    throw new Error(
      `A checkpoint shows one image of each of ${numClasses} classes, and none of ${labels.length} images is a ${missing}. ` +
        'Train on more images.',
    );
  }
  return gatherRows(toIntensity(images), length, first);
}

const joined = (a: Float32Array, b: Float32Array): Float32Array => Float32Array.of(...a, ...b);

/** How far a runtime's numbers may be from the golden ones, on the scale of the largest. */
export const golden = { numImages: 4, tolerance: 2e-3 } as const;

/** Drawn digits, so that no picture of the data set is in it; the codes are those the encoder gives. */
export function goldenCases(model: EncoderDecoder) {
  const images = toIntensity(makeStrokes({ seed: 'golden', numImages: golden.numImages }).images);
  const encodings = model.encode(images);
  const codes = codesOf(model.config, encodings);
  return { images, encodings, codes, pictures: model.decode(codes) };
}
