/** What the page on the data is told at build time: ten images, and how often each digit is among those that GLO learns. Not for islands. */
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { sheetUrl } from '../../build/generator.ts';
import { readManifests } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { encoderSplit } from '../encoders/facts.ts';
import { sheetColumns, sheetRows } from '../originals/original-sheets.ts';
import { loadOriginals } from '../originals/originals.ts';
import { findShownImages, loadShownImages } from '../originals/shown-images.ts';
import { digits, imageSide, type NumbersFacts } from './state.ts';

const numPixels = imageSide ** 2;
const shape = { imageHeight: imageSide, imageWidth: imageSide, imageChannels: 1 };

export async function numbersFacts(): Promise<NumbersFacts> {
  const [shown, found] = await Promise.all([
    loadShownImages(encoderSplit()),
    findShownImages(encoderSplit()),
  ]);
  if (shown && found) {
    return {
      sheet: { url: withBase('data/shown/originals.png'), rows: sheetRows },
      pixels: hexOf(shown.subarray(0, digits.length * numPixels)),
      images: found.slice(0, digits.length),
    };
  }
  const drawn = strokeOfEachDigit();
  const ink = Float32Array.from(drawn, (byte) => byte / 255);
  return {
    sheet: { url: sheetUrl(ink, sheetColumns, shape), rows: 1 },
    pixels: hexOf(drawn),
    images: undefined,
  };
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function strokeOfEachDigit(): Uint8Array {
  const { images, labels } = makeStrokes({ seed: 'numbers', numImages: 200 });
  return Uint8Array.from(
    digits.flatMap((digit) => {
      const start = labels.indexOf(digit) * numPixels;
      return [...images.subarray(start, start + numPixels)];
    }),
  );
}

export interface ClassShare {
  readonly digit: number;
  readonly count: number;
  /** Mean intensity of a pixel of its images, in [0, 1]; undefined where the build found no MNIST. */
  readonly meanInk: number | undefined;
}

/** Of the images that the models of the toggles learn: all of them the same. */
export async function classShares(): Promise<readonly ClassShare[]> {
  const [{ dataset }] = readManifests();
  const labels = Array.from(dataset.labels, Number);
  const originals = await loadOriginals();
  return digits.map((digit) => {
    const images = [...labels.keys()].filter((image) => labels[image] === digit);
    return { digit, count: images.length, meanInk: originals && meanInkOf(originals, images) };
  });
}

function meanInkOf(originals: Uint8Array, images: readonly number[]): number {
  const sum = images.reduce(
    (total, image) =>
      originals.subarray(image * numPixels, (image + 1) * numPixels).reduce((ink, byte) => ink + byte, total),
    0,
  );
  return sum / (255 * numPixels * images.length);
}
