/**
 * Images that the model never saw: how well it draws them once their codes are found (project-contents.ts), with the class given and
 * with the class to be found. Unknown classes are ten hypotheses; the one with the least loss wins, which makes the model a classifier.
 *
 * Every hypothesis begins at the content codes of the training images nearest in pixels *of its class*: a content need not mean the
 * same in two classes. Known is the hypothesis of the image's own class, so both read the same search, and unknown is never worse.
 *
 * The longer the search, the *worse* the classifier: with no noise to hold it back, a content code is bent until almost any class code
 * draws almost any digit. The accuracy says how far the content can take the class's place, not how good a classifier could be.
 * 200 images × 10 classes × 2 starts × 81 passes are 324,000 passes of one image: about 25 s on one core.
 */
import type { MetricValues, RunMetrics } from '../../src/contract/metrics.ts';
import { toSixDigits } from '../../src/contract/statistics.ts';
import type { CodeBatch, CodeSource } from '../../src/networks/generator/codes.ts';
import type { Projector } from '../../src/networks/generator/projection.ts';
import { searchDefaults } from '../../src/networks/generator/search.ts';
import { imageLength } from '../../src/networks/blocks/image-shape.ts';
import { gatherRows, rootMeanSquare } from '../../src/numerics/arrays.ts';
import { labelsOf } from './pictures.ts';
import { projectContents, type Projections } from './project-contents.ts';

export interface HeldOutInput {
  readonly source: CodeSource;
  /** The model's pass from codes to losses and gradients; stays the caller's. */
  readonly projector: Projector;
  /** [n × numbers of an image] bytes that the model never saw, and their classes [n]. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  /** The images that own the content codes, in their order, [manifest.dataset.numImages × numbers of an image] bytes; more are not looked at. */
  readonly trainImages: Uint8Array;
  /** Spread evenly over `images`: the first half of MNIST's test file is the easier one. */
  readonly numImages?: number;
  readonly numStarts?: number;
  readonly numSteps?: number;
  /** DeepSDF's 1e-4 hardly binds; 3e-2 keeps codes among the learned ones, for a higher loss and a better classifier. */
  readonly priorWeight?: number;
}

export interface HeldOut {
  readonly metrics: MetricValues;
  /** Losses and accuracy against steps, for `projection` of the metrics. */
  readonly projection: NonNullable<RunMetrics['projection']>;
  /** What was found for each image under the best of ten classes. */
  readonly codes: CodeBatch;
}

const shownSteps = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 600, 800];

/** Deterministic: nothing is drawn. @throws RangeError when images, labels and codes do not fit. */
export function measureHeldOut(input: HeldOutInput): HeldOut {
  const { source, images, labels, numImages = 200, numStarts = 2 } = input;
  const { numSteps = searchDefaults.numSteps, priorWeight = searchDefaults.priorWeight } = input;
  const { classDim, contentDim, numClasses } = source.manifest.model;
  checkSizes(input, numImages, numStarts);
  const length = imageLength(source.manifest.model);
  const chosen = spreadOver(labels.length, numImages);
  const targets = new Uint8Array(numImages * length);
  chosen.forEach((image, i) =>
    targets.set(images.subarray(image * length, (image + 1) * length), i * length),
  );

  // One row a start: by image, then by class, then by start.
  const rowClasses = Array.from(
    { length: numImages * numClasses * numStarts },
    (_, row) => Math.floor(row / numStarts) % numClasses,
  );
  const starts = nearestOfEachClass(input, targets, numStarts);
  const found = projectContents(
    input.projector,
    {
      count: rowClasses.length,
      contentCodes: gatherRows(source.contentCodes, contentDim, starts),
      classCodes: gatherRows(source.classCodes, classDim, rowClasses),
    },
    {
      intensity: Float32Array.from(targets, (byte) => byte / 255),
      rows: rowClasses.map((_, row) => Math.floor(row / (numClasses * numStarts))),
    },
    { ...searchDefaults, numSteps, priorWeight, codeScale: rootMeanSquare(source.contentCodes) },
  );

  const perImage = numClasses * numStarts;
  const ownClass = (i: number): [number, number] => {
    const from = i * perImage + labels[chosen[i]] * numStarts;
    return [from, from + numStarts];
  };
  const anyClass = (i: number): [number, number] => [i * perImage, (i + 1) * perImage];
  const best = chosen.map((_, i) => winner(found.loss, anyClass(i)));
  return {
    ...summarize(found, {
      known: chosen.map((_, i) => ownClass(i)),
      unknown: chosen.map((_, i) => anyClass(i)),
      isOwn: (row, i) => rowClasses[row] === labels[chosen[i]],
    }),
    codes: {
      count: numImages,
      contentCodes: gatherRows(found.contentCodes, contentDim, best),
      classCodes: gatherRows(
        source.classCodes,
        classDim,
        best.map((row) => rowClasses[row]),
      ),
    },
  };
}

/** `count` of so many images, evenly spread. */
export const spreadOver = (numImages: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.floor((i * numImages) / count));

interface Ranges {
  /** Of each image, the rows [from, to) that may win. */
  readonly known: readonly [number, number][];
  readonly unknown: readonly [number, number][];
  readonly isOwn: (row: number, image: number) => boolean;
}

function summarize(
  { loss, l1, bestAfter }: Projections,
  { known, unknown, isOwn }: Ranges,
): Omit<HeldOut, 'codes'> {
  const n = known.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const meanLoss = (losses: Float64Array, ranges: readonly [number, number][]) =>
    mean(ranges.map((range) => losses[winner(losses, range)]));
  const numSteps = bestAfter.length - 1;
  const steps = stepsShown(numSteps);
  const accuracy = (losses: Float64Array) =>
    unknown.filter((range, i) => isOwn(winner(losses, range), i)).length / n;
  const curve = (of: (losses: Float64Array) => number) =>
    steps.map((step) => toSixDigits(of(bestAfter[step])));
  return {
    metrics: {
      'heldOut.known.l1': { value: mean(known.map((range) => l1[winner(loss, range)])), n },
      'heldOut.known.loss': { value: meanLoss(loss, known), n },
      'heldOut.unknown.loss': { value: meanLoss(loss, unknown), n },
      'heldOut.unknown.accuracy': { value: accuracy(loss), n },
    },
    projection: {
      steps,
      known: curve((losses) => meanLoss(losses, known)),
      unknown: curve((losses) => meanLoss(losses, unknown)),
      accuracy: curve(accuracy),
    },
  };
}

/** The steps of a curve of the search. */
export const stepsShown = (numSteps: number): number[] =>
  shownSteps.filter((step) => step < numSteps).concat(numSteps);

/** The row in [from, to) with the least loss, the first of equals. */
function winner(losses: Float64Array, [from, to]: readonly [number, number]): number {
  let best = from;
  for (let row = from + 1; row < to; row++) if (losses[row] < losses[best]) best = row;
  return best;
}

/**
 * Of each target [n × numbers of an image] and each class, the `count` training images of that class nearest in pixels; those of other classes
 * where the class has too few. Rows of the content codes, by target, then by class.
 */
function nearestOfEachClass(
  { source, trainImages }: Pick<HeldOutInput, 'source' | 'trainImages'>,
  targets: Uint8Array,
  count: number,
): number[] {
  const labels = labelsOf(source);
  const length = imageLength(source.manifest.model);
  const rows: number[] = [];
  for (let target = 0; target < targets.length; target += length) {
    const distances = Float64Array.from(labels, (_, image) => {
      let squared = 0;
      for (let p = 0, at = image * length; p < length; p++, at++) {
        const difference = targets[target + p] - trainImages[at];
        squared += difference * difference;
      }
      return squared;
    });
    const order = Array.from(labels.keys()).sort((a, b) => distances[a] - distances[b] || a - b);
    for (let label = 0; label < source.manifest.model.numClasses; label++) {
      const own = order.filter((image) => labels[image] === label).slice(0, count);
      const others = own.length < count ? order.filter((image) => labels[image] !== label) : [];
      rows.push(...own, ...others.slice(0, count - own.length));
    }
  }
  return rows;
}

function checkSizes(
  { source, images, labels, trainImages }: HeldOutInput,
  numImages: number,
  numStarts: number,
): void {
  const { dataset, model } = source.manifest;
  const numCodes = dataset.numImages;
  const length = imageLength(model);
  if (images.length !== labels.length * length) {
    throw new RangeError(
      `Expected ${length} numbers for each of ${labels.length} held-out labels, got ${images.length}.`,
    );
  }
  if (trainImages.length < numCodes * length) {
    throw new RangeError(
      `Expected the images of all ${numCodes} content codes, ${numCodes * length} numbers, got ${trainImages.length}.`,
    );
  }
  if (!(numImages >= 1 && numImages <= labels.length)) {
    throw new RangeError(`Cannot choose ${numImages} of ${labels.length} held-out images.`);
  }
  if (!(numStarts >= 1 && numStarts <= numCodes)) {
    throw new RangeError(`Cannot start at ${numStarts} of ${numCodes} content codes.`);
  }
}
