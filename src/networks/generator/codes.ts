/**
 * Which codes a picture is made of: pure functions from a checkpoint to a batch of codes, one an image. The trainer's previews
 * and the figures use the same ones. No model runs here.
 */
import type { GloManifest } from '../../contract/families/glo.ts';
import { gatherRows } from '../../numerics/arrays.ts';
import { drawGaussian, fitGaussian, standardGaussian } from '../../numerics/gaussian.ts';
import { createRandom, type Random } from '../../numerics/random.ts';

/** The part of a checkpoint that codes come from; the trainer has it before the rest exists, for the previews. */
export interface CodeSource {
  readonly manifest: Pick<GloManifest, 'dataset' | 'model'>;
  /** [numImages, contentDim], row-major. */
  readonly contentCodes: Float32Array;
  /** [numClasses, classDim], row-major. */
  readonly classCodes: Float32Array;
}

/** `count` pairs of codes, one an image: what a generator draws. */
export interface CodeBatch {
  readonly count: number;
  /** [count, contentDim], row-major. */
  readonly contentCodes: Float32Array;
  /** [count, classDim], row-major. */
  readonly classCodes: Float32Array;
}

/** Each image's own content code with its own class code, in the order given. `images` are rows of the content codes. */
export function reconstructions(checkpoint: CodeSource, images: readonly number[]): CodeBatch {
  const { dataset, model } = checkpoint.manifest;
  return {
    count: images.length,
    contentCodes: gatherRows(checkpoint.contentCodes, model.contentDim, images),
    classCodes: gatherRows(
      checkpoint.classCodes,
      model.classDim,
      images.map((image) => Number(dataset.labels[image])),
    ),
  };
}

/** A grid, row-major: one row a class, one column a content. `contents` are images, whose content codes are taken. */
export function transfers(
  checkpoint: CodeSource,
  { contents, classes }: { readonly contents: readonly number[]; readonly classes: readonly number[] },
): CodeBatch {
  const { model } = checkpoint.manifest;
  return grid(
    gatherRows(checkpoint.contentCodes, model.contentDim, contents),
    gatherRows(checkpoint.classCodes, model.classDim, classes),
    { rows: classes.length, columns: contents.length },
  );
}

export interface SampleOptions {
  /** One row of pictures each. */
  readonly classes: readonly number[];
  readonly perClass: number;
  /** N(0, I), or the Gaussian with the mean and full covariance of the learned content codes. */
  readonly prior: 'standard' | 'fitted';
  /** Scales the content's deviation from the prior's mean: 0 is the mean, 1 the prior. */
  readonly temperature: number;
  readonly seed: number;
  /**
   * `random` puts a fresh vector in place of each row's learned class code, as one report on the exercise did: every
   * dimension from a Gaussian with the mean and standard deviation of that dimension over the learned class codes.
   */
  readonly classCodes: 'learned' | 'random';
}

/** A grid, row-major: one row a class, each picture with a content of its own. The seed fixes every draw. */
export function samples(checkpoint: CodeSource, options: SampleOptions): CodeBatch {
  const { contentDim, classDim } = checkpoint.manifest.model;
  const { classes, perClass, temperature } = options;
  const random = createRandom(options.seed);
  const prior =
    options.prior === 'fitted'
      ? fitGaussian(checkpoint.contentCodes, contentDim)
      : standardGaussian(contentDim);
  const rowCodes =
    options.classCodes === 'learned'
      ? gatherRows(checkpoint.classCodes, classDim, classes)
      : randomClassCodes(checkpoint, classes.length, random.fork('class'));
  return {
    count: classes.length * perClass,
    contentCodes: drawGaussian(prior, random.fork('content'), {
      count: classes.length * perClass,
      temperature,
    }),
    classCodes: repeatRows(rowCodes, classDim, perClass),
  };
}

export interface InterpolationOptions {
  /** Content codes run from the first image's to the second's, along the columns. */
  readonly images: readonly [number, number];
  /** Class codes run from the first to the second, down the rows. */
  readonly classes: readonly [number, number];
  /** Positions between the two ends, 0 to 1, one a column: `evenSteps(9)` for a strip, `[t]` for one picture. */
  readonly contentSteps: readonly number[];
  /** The same for classes, one a row. */
  readonly classSteps: readonly number[];
}

/** A grid, row-major, on straight lines between two content codes (columns) and two class codes (rows). */
export function interpolation(checkpoint: CodeSource, options: InterpolationOptions): CodeBatch {
  const { contentDim, classDim } = checkpoint.manifest.model;
  return grid(
    line(gatherRows(checkpoint.contentCodes, contentDim, options.images), options.contentSteps),
    line(gatherRows(checkpoint.classCodes, classDim, options.classes), options.classSteps),
    { rows: options.classSteps.length, columns: options.contentSteps.length },
  );
}

/** `count` positions from 0 to 1, both included; a single one is 0. */
export const evenSteps = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => (count === 1 ? 0 : i / (count - 1)));

/** Every class code [rows, dim] with every content code [columns, dim]. */
function grid(
  contentCodes: Float32Array,
  classCodes: Float32Array,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CodeBatch {
  const tiled = new Float32Array(rows * contentCodes.length);
  for (let row = 0; row < rows; row++) tiled.set(contentCodes, row * contentCodes.length);
  return {
    count: rows * columns,
    contentCodes: tiled,
    classCodes: repeatRows(classCodes, classCodes.length / rows, columns),
  };
}

/** Points between two codes [2, dim] → [steps, dim]. Exact at both ends. */
function line(ends: Float32Array, steps: readonly number[]): Float32Array {
  const dim = ends.length / 2;
  const points = new Float32Array(steps.length * dim);
  steps.forEach((t, row) => {
    for (let i = 0; i < dim; i++) points[row * dim + i] = (1 - t) * ends[i] + t * ends[dim + i];
  });
  return points;
}

function randomClassCodes(checkpoint: CodeSource, count: number, random: Random): Float32Array {
  const { classDim, numClasses } = checkpoint.manifest.model;
  const codes = new Float32Array(count * classDim);
  const normals = codes.map(() => random.normal());
  for (let i = 0; i < classDim; i++) {
    const column = Array.from({ length: numClasses }, (_, c) => checkpoint.classCodes[c * classDim + i]);
    const mean = column.reduce((sum, x) => sum + x, 0) / numClasses;
    const std = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numClasses);
    for (let at = i; at < codes.length; at += classDim) codes[at] = mean + std * normals[at];
  }
  return codes;
}

/** [rows, dim] → [rows × times, dim], each row `times` in a row. */
function repeatRows(values: Float32Array, dim: number, times: number): Float32Array {
  const repeated = new Float32Array(values.length * times);
  for (let at = 0; at * dim < repeated.length; at++) {
    const row = Math.floor(at / times);
    repeated.set(values.subarray(row * dim, (row + 1) * dim), at * dim);
  }
  return repeated;
}
