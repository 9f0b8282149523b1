/**
 * Strokes: synthetic handwritten digits with known factors, for tests, for the trainer in the page, and as ground truth
 * for what a content code should hold. Seeded, needs no file, runs in a browser. Not an imitation of MNIST's variety:
 * one way of writing each digit.
 */
import { createRandom, type Random } from '../../src/numerics/random.ts';
import { drawDigit, imageSize, type StrokeFactors } from './strokes/render.ts';

export const numStrokeClasses = 10;

/** Uniform between these; units in StrokeFactors. */
export const factorRanges = {
  slant: [-0.25, 0.5],
  thickness: [1.8, 4],
  width: [12, 17],
  height: [15, 19],
  offsetX: [-1, 1],
  offsetY: [-1, 1],
} as const satisfies Record<keyof StrokeFactors, readonly [number, number]>;

export type FactorName = keyof typeof factorRanges;
export const factorNames = Object.keys(factorRanges) as FactorName[];

export interface Strokes {
  readonly name: 'strokes';
  readonly numImages: number;
  /** [numImages, 28 × 28], row-major, intensity in 0..255. */
  readonly images: Uint8Array;
  /** [numImages], each ten in a row are the ten digits shuffled. */
  readonly labels: Uint8Array;
  /** Of each factor, [numImages]. `drawDigit(labels[i], factorsOf(strokes, i))` is image i, to the byte. */
  readonly factors: Readonly<Record<FactorName, Float32Array>>;
}

/** Image i depends on the seed and on i alone: fewer images are the first of more. */
export function makeStrokes({ seed, numImages }: { seed: number | string; numImages: number }): Strokes {
  const random = createRandom(seed).fork('strokes');
  const strokes = {
    name: 'strokes',
    numImages,
    images: new Uint8Array(numImages * imageSize * imageSize),
    labels: drawLabels(random.fork('labels'), numImages),
    factors: drawFactors(random.fork('factors'), numImages),
  } as const;
  for (let i = 0; i < numImages; i++) {
    strokes.images.set(drawDigit(strokes.labels[i], factorsOf(strokes, i)), i * imageSize * imageSize);
  }
  return strokes;
}

export const factorsOf = ({ factors }: Pick<Strokes, 'factors'>, i: number): StrokeFactors => ({
  slant: factors.slant[i],
  thickness: factors.thickness[i],
  width: factors.width[i],
  height: factors.height[i],
  offsetX: factors.offsetX[i],
  offsetY: factors.offsetY[i],
});

/** A fresh permutation of the digits for every ten images: balanced, in no order. */
function drawLabels(random: Random, numImages: number): Uint8Array {
  const labels = new Uint8Array(numImages);
  for (let first = 0; first < numImages; first += numStrokeClasses) {
    labels.set(random.permutation(numStrokeClasses).subarray(0, numImages - first), first);
  }
  return labels;
}

function drawFactors(random: Random, numImages: number): Record<FactorName, Float32Array> {
  const draw = (name: FactorName) => {
    const [low, high] = factorRanges[name];
    const own = random.fork(name);
    return Float32Array.from({ length: numImages }, () => low + (high - low) * own.uniform());
  };
  return {
    slant: draw('slant'),
    thickness: draw('thickness'),
    width: draw('width'),
    height: draw('height'),
    offsetX: draw('offsetX'),
    offsetY: draw('offsetY'),
  };
}
