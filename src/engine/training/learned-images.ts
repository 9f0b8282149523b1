/** What a run in the page learns: strokes, drawn here in a moment, or MNIST from the sheets of originals, and the reader's drawings behind them; or the reader's pictures alone. */
import { decode } from 'fast-png';
import type { LabelledImages } from '../../../training/data/sources.ts';
import { makeStrokes } from '../../../training/data/strokes.ts';
import { download } from '../download.ts';
import { EngineError } from '../engine-error.ts';
import type { MnistPlace, OwnImage, TrainingSettings } from '../trainer-protocol.ts';

const imageSide = 28;
const numPixels = imageSide * imageSide;

interface ImagesInput {
  readonly settings: Pick<TrainingSettings, 'data' | 'numImages'>;
  readonly mnist: MnistPlace | undefined;
  readonly ownImages: readonly OwnImage[];
  readonly signal: AbortSignal;
}

/** The first images of the training split. @throws EngineError when a sheet cannot be had. */
export async function loadLearnedImages(input: ImagesInput): Promise<LabelledImages> {
  const { ownImages } = input;
  const given = await loadGiven(input);
  const { length } = given.labels;
  const images = new Uint8Array((length + ownImages.length) * numPixels);
  images.set(given.images);
  ownImages.forEach(({ image }, i) => images.set(image, (length + i) * numPixels));
  return { images, labels: Uint8Array.of(...given.labels, ...ownImages.map(({ digit }) => digit)) };
}

async function loadGiven({ settings, mnist, signal }: ImagesInput): Promise<LabelledImages> {
  const { data, numImages } = settings;
  switch (data) {
    case 'strokes':
      return makeStrokes({ seed: 'train', numImages });
    case 'mnist':
      return loadMnist(mnist, numImages, signal);
    case 'pictures':
      return { images: new Uint8Array(), labels: new Uint8Array() };
  }
}

async function loadMnist(
  place: MnistPlace | undefined,
  numImages: number,
  signal: AbortSignal,
): Promise<LabelledImages> {
  if (!place) {
    throw new EngineError(
      'network',
      'MNIST is not in this build. Train on strokes, or fetch MNIST with npm run data and build again.',
    );
  }
  const { imagesPerSheet, columns } = place;
  const sheets = await Promise.all(
    Array.from({ length: Math.ceil(numImages / imagesPerSheet) }, (_, sheet) =>
      loadSheet(`${place.originalsUrl}${sheet}.png`, signal),
    ),
  );
  const images = new Uint8Array(numImages * numPixels);
  for (let image = 0; image < numImages; image++) {
    const cell = image % imagesPerSheet;
    const at = { row: Math.floor(cell / columns), column: cell % columns, columns };
    copyCell(sheets[Math.floor(image / imagesPerSheet)], at, images.subarray(image * numPixels));
  }
  return { images, labels: Uint8Array.from(place.labels.slice(0, numImages), Number) };
}

/** Ink of a whole sheet, row by row: the alpha of its picture. */
async function loadSheet(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const png = await download(url, { signal });
  if (!png) {
    throw new EngineError(
      'network',
      `${url} answered 404: the original images are not whole. Build the site again.`,
    );
  }
  const { data, channels } = decode(png);
  return Uint8Array.from({ length: data.length / channels }, (_, i) => data[i * channels + channels - 1]);
}

interface Cell {
  readonly row: number;
  readonly column: number;
  /** Of the sheet. */
  readonly columns: number;
}

function copyCell(sheet: Uint8Array, { row, column, columns }: Cell, to: Uint8Array): void {
  for (let y = 0; y < imageSide; y++) {
    const from = ((row * imageSide + y) * columns + column) * imageSide;
    to.set(sheet.subarray(from, from + imageSide), y * imageSide);
  }
}
