/**
 * Strokes only: reads from a picture what it was drawn with (slant, thickness, width, height, offsets), whatever drew it. Kernel ridge
 * regression for each class, taught by real strokes pictures of that class and their known factors; none of them is an image that runs
 * learn. What it reads in transfers, beside what the source was drawn with, says whether a factor survives the swap.
 */
import type { ReferenceValues } from '../../src/contract/metrics.ts';
import { rowsByClass } from '../../src/numerics/arrays.ts';
import { correlation, isConstant } from '../../src/numerics/correlation.ts';
import { createSolver } from '../../src/numerics/solve.ts';
import { factorNames, type FactorName } from '../data/strokes.ts';
import type { Factors } from './factors.ts';
import { toIntensity, type PictureMeasure } from './pictures.ts';

/** Beside the kernel's diagonal, which is 1. */
const ridge = 1e-3;

export interface FactorReader {
  /** `picture`: intensity in [0, 1], of `label`; each factor in its own unit. */
  read(picture: Float32Array, label: number): Readonly<Record<FactorName, number>>;
}

interface DrawnPictures {
  /** [n × height × imageWidth], intensity in 0..255. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly factors: Factors;
  readonly numClasses: number;
  readonly imageWidth: number;
}

/** @throws RangeError when a class has fewer than two pictures. */
export function teachFactorReader(pictures: DrawnPictures): FactorReader {
  const { images, labels, factors, numClasses, imageWidth } = pictures;
  const length = images.length / labels.length;
  const readers = rowsByClass(labels, numClasses).map((rows, label) => {
    if (rows.length < 2) {
      throw new RangeError(
        `teachFactorReader needs pictures of every class, at least two; it got ${rows.length} of class ${label}.`,
      );
    }
    const points = rows.map((row) =>
      coarse(toIntensity(images.subarray(row * length, (row + 1) * length)), imageWidth),
    );
    const n = rows.length;
    const kernel = new Float64Array(n * n); // squared distances at first
    points.forEach((point, i) => {
      for (let j = 0; j < i; j++) kernel[i * n + j] = kernel[j * n + i] = squaredDistance(point, points[j]);
    });
    // The mean over all pairs: a Gaussian that neither forgets neighbours nor blurs them.
    const width = kernel.reduce((sum, distance) => sum + distance, 0) / n ** 2;
    for (let k = 0; k < kernel.length; k++) kernel[k] = Math.exp(-kernel[k] / width);
    for (let i = 0; i < n; i++) kernel[i * n + i] += ridge;
    const solve = createSolver(kernel, n);
    const fits = factorNames.map((name) => {
      const values = rows.map((row) => factors[name][row]);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const weights = Float64Array.from(values, (value) => value - mean);
      solve(weights);
      return { name, mean, weights };
    });
    return { points, width, fits };
  });

  return {
    read(picture, label) {
      const { points, width, fits } = readers[label];
      const seen = coarse(picture, imageWidth);
      const similarities = points.map((point) => Math.exp(-squaredDistance(seen, point) / width));
      return Object.fromEntries(
        fits.map(({ name, mean, weights }) => [
          name,
          similarities.reduce((sum, value, i) => sum + value * weights[i], mean),
        ]),
      ) as Record<FactorName, number>;
    },
  };
}

/**
 * `factorReading.*`: the mean over ordered pairs of classes (s, t ≠ s) of the correlation, over the images of s, of a factor that the source
 * was drawn with and of the one read in its transfer to t. Pictures that do not vary keep nothing and count 0. For measureTransfers.
 */
export function factorsKept(
  reader: FactorReader,
  labels: Uint8Array,
  factors: Factors,
  numClasses: number,
): PictureMeasure {
  const pairs = new Map<number, Reading[]>();
  let count = 0;
  return {
    add({ pictures, contents, classes }) {
      const length = pictures.length / contents.length;
      contents.forEach((image, row) => {
        const pair = labels[image] * numClasses + classes[row];
        const read = reader.read(pictures.subarray(row * length, (row + 1) * length), classes[row]);
        const readings = pairs.get(pair) ?? [];
        pairs.set(pair, readings);
        readings.push({ image, read });
      });
      count += contents.length;
    },
    metrics: () => readingMetrics('factorReading', meanCorrelations([...pairs.values()], factors), count),
  };
}

/** `real.factorReading.*`: the same of real pictures that the reader never saw, each in its own class: the instrument's own mark. */
export function measureFactorReader(reader: FactorReader, unseen: DrawnPictures): ReferenceValues {
  const { images, labels, factors, numClasses } = unseen;
  const length = images.length / labels.length;
  const classes = rowsByClass(labels, numClasses).map((rows, label) =>
    rows.map((image) => {
      const picture = toIntensity(images.subarray(image * length, (image + 1) * length));
      return { image, read: reader.read(picture, label) };
    }),
  );
  return readingMetrics('real.factorReading', meanCorrelations(classes, factors), labels.length);
}

interface Reading {
  readonly image: number;
  readonly read: Readonly<Record<FactorName, number>>;
}

const meanCorrelations = (groups: readonly (readonly Reading[])[], factors: Factors) =>
  factorNames.map((name) => {
    const found = groups
      .filter(({ length }) => length > 1)
      .map((readings) => {
        const read = readings.map((reading) => reading.read[name]);
        return isConstant(read)
          ? 0
          : correlation(
              readings.map(({ image }) => factors[name][image]),
              read,
            );
      });
    return { name, value: found.reduce((sum, value) => sum + value, 0) / found.length };
  });

const readingMetrics = (prefix: string, means: ReturnType<typeof meanCorrelations>, n: number) =>
  Object.fromEntries(means.map(({ name, value }) => [`${prefix}.${name}`, { value, n }]));

/** At half its height and width, each four pixels averaged: what the regression sees. */
function coarse(picture: Float32Array, imageWidth: number): Float32Array {
  const half = imageWidth / 2;
  return Float32Array.from({ length: picture.length / 4 }, (_, i) => {
    const at = 2 * Math.floor(i / half) * imageWidth + 2 * (i % half);
    return (picture[at] + picture[at + 1] + picture[at + imageWidth] + picture[at + imageWidth + 1]) / 4;
  });
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return sum;
}
