/**
 * State of the interpolation figure, which starts as its first frame: two images, two classes, and a point between them. Contents
 * run along x, classes along y. The grid shows even steps; the point lies anywhere.
 */
import { interpolationPreview } from '../../../contract/previews.ts';
import { evenSteps, type InterpolationOptions } from '../../../networks/generator/codes.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, decimal, wholeNumbers, type Fields } from '../shell/state/fields.ts';

/** Both in [0, 1]. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What Play moves: the content, the class, or both at once. */
export const paths = ['content', 'class', 'both'] as const;
type Path = (typeof paths)[number];

export interface InterpolationState extends CheckpointState, Point {
  readonly images: readonly number[];
  readonly classes: readonly number[];
  readonly path: Path;
}

export const gridSteps = interpolationPreview.steps;

/** The middle of the grid: half way between two contents and two classes. */
const initialPoint: Point = { x: 0.5, y: 0.5 };

export type Ends = Pick<InterpolationState, 'images' | 'classes'>;

export interface InterpolationFacts extends FigureFacts {
  /** What the first frame runs between. */
  readonly ends: Ends;
}

export const interpolationFields = (facts: InterpolationFacts): Fields<InterpolationState> => {
  const { images, classes } = facts.ends;
  return {
    ...checkpointFields(facts),
    images: wholeNumbers(facts.numImages, images),
    classes: wholeNumbers(facts.numClasses, classes),
    path: choice(paths, 'content'),
    x: decimal(1, initialPoint.x),
    y: decimal(1, initialPoint.y),
  };
};

const pair = ([first, second]: readonly number[]): [number, number] => [first, second];

export const gridOptions = ({ images, classes }: Ends): InterpolationOptions => ({
  images: pair(images),
  classes: pair(classes),
  contentSteps: evenSteps(gridSteps),
  classSteps: evenSteps(gridSteps),
});

export const pointOptions = ({ images, classes }: Ends, { x, y }: Point): InterpolationOptions => ({
  images: pair(images),
  classes: pair(classes),
  contentSteps: [x],
  classSteps: [y],
});

/** Where a path is between its ends. */
export const positionOn = (path: Path, { x, y }: Point): number => (path === 'class' ? y : x);

export const pointOn = (path: Path, point: Point, position: number): Point => ({
  x: path === 'class' ? point.x : position,
  y: path === 'content' ? point.y : position,
});

/** A walk along a path, there and back. */
export interface Walk {
  readonly position: number;
  readonly direction: 1 | -1;
}

/** The walk after a stretch of the way, 0 to 1 long; it turns round at the ends. */
export function walkOn({ position, direction }: Walk, distance: number): Walk {
  const next = position + direction * distance;
  if (next > 1) return { position: Math.max(2 - next, 0), direction: -1 };
  if (next < 0) return { position: Math.min(-next, 1), direction: 1 };
  return { position: next, direction };
}

/** The nearest step of the grid, for readers who want no gliding. */
export const snapToStep = (position: number): number =>
  Math.round(position * (gridSteps - 1)) / (gridSteps - 1);

/** The cell of the grid that is nearest to a point. */
export const nearestCell = ({ x, y }: Point): number =>
  Math.round(y * (gridSteps - 1)) * gridSteps + Math.round(x * (gridSteps - 1));

/** The two ends as labels of the grid's rows, with nothing between them. */
export const atEnds = ([first, last]: readonly number[]): (number | undefined)[] =>
  Array.from({ length: gridSteps }, (_, row) =>
    row === 0 ? first : row === gridSteps - 1 ? last : undefined,
  );

/** From a place on the picture (0 to 1 from its left or top edge) to a position: the middles of the end cells are 0 and 1. */
export const positionAt = (place: number): number =>
  Math.min(Math.max((place * gridSteps - 0.5) / (gridSteps - 1), 0), 1);

/** The inverse of `positionAt`. */
export const placeOf = (position: number): number => (position * (gridSteps - 1) + 0.5) / gridSteps;
