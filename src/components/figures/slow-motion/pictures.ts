/**
 * The pictures of a moment as levels of ink, and as pixels: ink is black with alpha, as everywhere; a difference has two colours, one where
 * ink should come and one where it should go. Pure.
 */
import type { Phase } from '../../mdx/running-lines.ts';
import { inkToPixels, type CellGrid } from '../../controls/ink.ts';
import { imageLength, imageSide, numLevels, type Recording } from './recording.ts';
import { reached, type Moment } from './state.ts';

/** The rows below each other, one picture for each image of the batch, and from which phase on they are there. */
export const rowNames = ['image', 'drawn', 'error', 'pull', 'again'] as const;
export type RowName = (typeof rowNames)[number];

export const rowPhases: Readonly<Record<RowName, Phase>> = {
  image: 'batch',
  drawn: 'generate',
  error: 'compare',
  pull: 'gradients',
  again: 'update',
};

/** Ink in [0, 1], or in [−1, 1] how much of it should come or go. */
export type Values = Float32Array;

const toInk = (levels: Uint8Array): Values => Float32Array.from(levels, (level) => level / (numLevels - 1));

export const isSigned = (row: RowName): boolean => row === 'error' || row === 'pull';

/** One row of pictures, or undefined in a phase that has not come so far. */
export function rowAt(
  { steps, targets }: Recording,
  { step, phase }: Moment,
  row: RowName,
): Values | undefined {
  if (!reached(phase, rowPhases[row])) return undefined;
  const { images, drawn, drawnAgain } = steps[step - 1];
  if (row === 'drawn') return toInk(drawn);
  if (row === 'again') return toInk(drawnAgain);
  const image = new Uint8Array(drawn.length);
  images.forEach((at, i) => image.set(cellOf(targets, at), i * imageLength));
  if (row === 'image') return toInk(image);
  return toInk(drawn).map((ink, i) => {
    const missing = image[i] / (numLevels - 1) - ink;
    return row === 'error' ? missing : pullOf(missing, ink);
  });
}

/**
 * Minus the gradient of a pixel's |error| + error² where it reaches the generator, behind the sigmoid, over its largest: at half ink and a
 * full error of 1 it is (1 + 2) / 4.
 */
function pullOf(missing: number, ink: number): number {
  return ((Math.sign(missing) + 2 * missing) * ink * (1 - ink) * 4) / 3;
}

/** All images as the generator drew them last, when their batch's step was done; paper for those that had no turn yet. */
export function wallAt({ steps, labels }: Recording, { step, phase }: Moment): Values {
  const wall = new Float32Array(labels.length * imageLength);
  const missing = new Set(labels.keys());
  for (let at = phase === 'update' ? step : step - 1; at >= 1 && missing.size > 0; at--) {
    const { images, drawnAgain } = steps[at - 1];
    images.forEach((image, i) => {
      if (missing.delete(image)) wall.set(toInk(cellOf(drawnAgain, i)), image * imageLength);
    });
  }
  return wall;
}

const cellOf = (levels: Uint8Array, cell: number): Uint8Array =>
  levels.subarray(cell * imageLength, (cell + 1) * imageLength);

/** RGB on paper and on slate alike; slow-motion.css has them for the legend. */
const comes = [58, 120, 214] as const;
const goes = [214, 98, 20] as const;

/** RGBA of a grid of pictures. */
export function pixelsOf(values: Values, columns: number, signed: boolean): Uint8ClampedArray<ArrayBuffer> {
  const grid: CellGrid = { rows: values.length / imageLength / columns, columns, cellSize: imageSide };
  const pixels = inkToPixels(signed ? values.map(Math.abs) : values, grid);
  if (!signed) return pixels;
  const more = inkToPixels(
    values.map((value) => Math.max(value, 0)),
    grid,
  );
  for (let i = 0; i < pixels.length; i += 4) pixels.set(more[i + 3] > 0 ? comes : goes, i);
  return pixels;
}
