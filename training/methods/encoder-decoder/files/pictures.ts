/** What a checkpoint shows of an encoder with its decoder: reconstructions, interpolations, samples; and the golden cases that tests hold it to. */
import { previewFile } from '../../../../src/contract/ids.ts';
import { imageLength } from '../../../../src/networks/blocks/image-shape.ts';
import type { EncoderDecoder } from '../../../../src/networks/encoder-decoder/predictor.ts';
import { gatherRows } from '../../../../src/numerics/arrays.ts';
import { drawGaussian, standardGaussian, type Gaussian } from '../../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { goldenImages } from '../../../data/golden-images.ts';
import type { LabelledImages } from '../../../data/sources.ts';
import { toIntensity } from '../../../evaluation/pictures.ts';
import type { Grid } from '../../../export/grid.ts';
import type { gridEncoderOf } from '../../../export/light-grid.ts';
import { codesOf, walksBetween } from '../../../../src/networks/encoder-decoder/codes.ts';

interface Picture extends Grid {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface ShownInput {
  readonly model: EncoderDecoder;
  readonly training: LabelledImages;
  readonly validation: LabelledImages;
}

/** Of the training images, and of the validation images, where there are so many. */
const mostShown = 10;

/** What the encoder says of some training images, and then of as many validation images: [2 numShown × encoding]. */
export function shownEncodings({ model, training, validation }: ShownInput): Float32Array {
  const length = imageLength(model.config);
  const numShown = Math.min(mostShown, training.labels.length, validation.labels.length);
  const [learned, unseen] = [training, validation].map(({ images, labels }) =>
    model.encode(gatherRows(toIntensity(images), length, byTurns(labels).slice(0, numShown))),
  );
  return joined(learned, unseen);
}

interface PreviewInput {
  readonly model: EncoderDecoder;
  /** Of `shownEncodings`. */
  readonly shown: Float32Array;
  /** Fitted to the codes. */
  readonly fitted: Gaussian;
  readonly encode: ReturnType<typeof gridEncoderOf>;
}

const numSteps = 10;

/** The three previews of the manifest; as many of everything as images are shown. */
export function drawPreviews({ model, shown, fitted, encode }: PreviewInput) {
  const { config } = model;
  const { codeDim } = config;
  const draw = (
    kind: 'reconstructions' | 'interpolation' | 'samples',
    codes: Float32Array,
    rows: number,
  ): Picture => {
    const grid = { rows, columns: codes.length / codeDim / rows };
    const pictures = model.decode(codes).map((value) => Math.min(Math.max(value, 0), 1));
    return { path: previewFile(kind), bytes: encode(pictures, grid, config), ...grid };
  };
  const codes = codesOf(config, shown);
  const numShown = codes.length / codeDim / 2;
  const draws = (gaussian: Gaussian, name: string) =>
    drawGaussian(gaussian, createRandom(`preview ${name}`), { count: numShown });
  return {
    reconstructions: draw('reconstructions', codes, 2),
    interpolation: draw('interpolation', walksBetween(codes, codeDim, numSteps), numShown),
    samples: draw(
      'samples',
      joined(draws(standardGaussian(codeDim), 'standard'), draws(fitted, 'fitted')),
      2,
    ),
  };
}

/** All images, the first of each class, then the second of each, and so on, each time in the order of the classes. */
function byTurns(labels: Uint8Array): number[] {
  const counts = new Map<number, number>();
  const turns = Array.from(labels, (label) => {
    const turn = counts.get(label) ?? 0;
    counts.set(label, turn + 1);
    return turn;
  });
  const order = Array.from(labels.keys());
  return order.sort((a, b) => turns[a] - turns[b] || labels[a] - labels[b] || a - b);
}

const joined = (a: Float32Array, b: Float32Array): Float32Array => Float32Array.of(...a, ...b);

/** How far a runtime's numbers may be from the golden ones, on the scale of the largest. */
export const golden = { numImages: 4, tolerance: 2e-3 } as const;

/** Drawn digits, so that no picture of the data set is in it; the codes are those the encoder gives. */
export function goldenCases(model: EncoderDecoder) {
  const images = toIntensity(goldenImages(model.config, golden.numImages));
  const encodings = model.encode(images);
  const codes = codesOf(model.config, encodings);
  return { images, encodings, codes, pictures: model.decode(codes) };
}
