/** State of the map of two-dimensional content codes, and the codes of what is drawn from a place on it. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import type { CodeBatch } from '../../../networks/generator/codes.ts';
import { choice, decimalFrom, type Fields } from '../shell/state/fields.ts';

/** What lies on the plane: the learned codes, or what the generator draws all over it in one class. */
export const layers = ['codes', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Layer = (typeof layers)[number];

export interface MapState {
  /** The two numbers of the content code, as the sliders say them. */
  readonly x: number;
  readonly y: number;
  readonly layer: Layer;
}

/** No plane reaches further. */
const farthest = 9;

/** Off the middle, where a content begins to have a character. */
export const mapFields: Fields<MapState> = {
  x: decimalFrom(-farthest, farthest, -1.6),
  y: decimalFrom(-farthest, farthest, -1.6),
  layer: choice(layers, 'codes'),
};

/** Pictures across and down the plane when it shows a class. */
export const mapSteps = 13;

export type Point = readonly [number, number];

/** The code on the plane, which reaches from −extent to extent in both directions, that is nearest to what an address asks for. */
export const codeOf = ({ x, y }: Pick<MapState, 'x' | 'y'>, extent: number): Point => {
  const onPlane = (value: number): number => Math.min(Math.max(value, -extent), extent);
  return [onPlane(x), onPlane(y)];
};

/** `x` and `y` from the left and from the bottom edge, 0 to 1. */
export const codeAt = ({ x, y }: { readonly x: number; readonly y: number }, extent: number): Point => [
  (2 * x - 1) * extent,
  (2 * y - 1) * extent,
];

export const placeOfCode = ([a, b]: Point, extent: number): { x: number; y: number } => ({
  x: (a / extent + 1) / 2,
  y: (b / extent + 1) / 2,
});

/** One content in every class. */
export const classesOf = (
  checkpoint: Checkpoint<'glo'>,
  { content }: { readonly content: Point },
): CodeBatch => {
  const { numClasses } = checkpoint.manifest.model;
  const contents = Float32Array.from({ length: 2 * numClasses }, (_, i) => content[i % 2]);
  return { count: numClasses, contentCodes: contents, classCodes: checkpoint.classCodes };
};

/** The middles of the cells of the plane, row by row from the top left. */
export const cellCodes = (extent: number): readonly Point[] =>
  Array.from({ length: mapSteps * mapSteps }, (_, cell) => {
    const [row, column] = [Math.floor(cell / mapSteps), cell % mapSteps];
    return codeAt({ x: (column + 0.5) / mapSteps, y: 1 - (row + 0.5) / mapSteps }, extent);
  });

/** One class all over the plane. */
export const planeOf = (
  { classCodes, manifest: { model } }: Checkpoint<'glo'>,
  { digit, extent }: { readonly digit: number; readonly extent: number },
): CodeBatch => {
  const contents = cellCodes(extent);
  const row = classCodes.subarray(digit * model.classDim, (digit + 1) * model.classDim);
  const classes = new Float32Array(contents.length * model.classDim);
  for (let start = 0; start < classes.length; start += model.classDim) classes.set(row, start);
  return { count: contents.length, contentCodes: Float32Array.from(contents.flat()), classCodes: classes };
};

/** The images whose codes [n × as many numbers as `code`] lie nearest to it, the nearest first. */
export function nearestImages(codes: Float32Array, code: ArrayLike<number>, count: number): number[] {
  const distances = squaredDistances(codes, code);
  return Array.from(distances.keys())
    .sort((i, j) => distances[i] - distances[j] || i - j)
    .slice(0, count);
}

/** [n]. */
export function squaredDistances(codes: Float32Array, code: ArrayLike<number>): Float64Array {
  const dim = code.length;
  const distances = new Float64Array(codes.length / dim);
  for (let at = 0; at < codes.length; at++) {
    distances[Math.floor(at / dim)] += (codes[at] - code[at % dim]) ** 2;
  }
  return distances;
}

/** A direction on the plane along which something about the pictures grows, as an arrow of the figure has it. */
export interface MapDirection {
  /** What the pictures do along it, and against it. */
  readonly texts: readonly [string, string];
  /** Of length 1. */
  readonly direction: Point;
}

/** Props of the figure, made at build time. */
export interface MapFacts {
  readonly id: string;
  readonly modelsUrl: string;
  readonly originalsUrl: string | undefined;
  readonly judge: { readonly id: string; readonly accuracy: number } | undefined;
  readonly numClasses: number;
  readonly extent: number;
  /** Of the training. */
  readonly sigma: number;
  readonly directions: readonly MapDirection[];
  /** First frame of the ten pictures: a strip of ten, as a data URL. */
  readonly firstFrame: string;
  /** Nearest images of the first place. */
  readonly firstNearest: readonly number[];
}
