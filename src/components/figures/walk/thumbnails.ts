/** Pictures in place of some dots of a map: which images stand for their neighbourhoods, and how they are drawn. */
import { inkToPixels } from '../../controls/ink.ts';
import { mapSize } from './draw-dots.ts';

/** Across and down the plane: a picture a cell, where there is a code in it. */
const numCells = 16;
const side = 28;
/** On the canvas: as wide as a picture, and a little room between. */
const shownSide = Math.floor(mapSize / numCells) - 6;

/** Of each cell of a grid over the plane the image whose place is nearest to its middle. @param places [n × 2]. */
export function representatives(places: Float32Array): readonly number[] {
  const best = new Map<number, { readonly image: number; readonly distance: number }>();
  for (let image = 0; 2 * image < places.length; image++) {
    const [x, y] = [numCells * places[2 * image], numCells * places[2 * image + 1]];
    const [column, row] = [cellOf(x), cellOf(y)];
    const distance = Math.hypot(x - column - 0.5, y - row - 0.5);
    const known = best.get(row * numCells + column);
    if (!known || distance < known.distance) best.set(row * numCells + column, { image, distance });
  }
  return Array.from(best.values(), ({ image }) => image);
}

const cellOf = (place: number): number => Math.min(Math.max(Math.floor(place), 0), numCells - 1);

interface Thumbnails {
  readonly images: readonly number[];
  /** Of all images, [n, 784] in [0, 1]. */
  readonly ink: Float32Array;
}

/** @param places of all images, [n × 2]. */
export type ThumbnailPainter = (context: CanvasRenderingContext2D, places: Float32Array) => void;

/** What draws the pictures at their places, each in the colour of its group; like the dots, copies of a sheet made beforehand. */
export function createThumbnailPainter(
  { images, ink }: Thumbnails,
  colourOf: (image: number) => string,
): ThumbnailPainter {
  const small = document.createElement('canvas');
  small.width = small.height = side;
  const sheet = document.createElement('canvas');
  [sheet.width, sheet.height] = [shownSide, shownSide * images.length];
  const [smallPen, pen] = [small.getContext('2d'), sheet.getContext('2d')];
  images.forEach((image, i) => {
    const picture = ink.subarray(image * side * side, (image + 1) * side * side);
    const pixels = inkToPixels(picture, { rows: 1, columns: 1, cellSize: side });
    smallPen?.putImageData(new ImageData(pixels, side, side), 0, 0);
    pen?.drawImage(small, 0, shownSide * i, shownSide, shownSide);
  });
  if (pen) {
    pen.globalCompositeOperation = 'source-atop';
    images.forEach((image, i) => {
      pen.fillStyle = colourOf(image);
      pen.fillRect(0, shownSide * i, shownSide, shownSide);
    });
  }
  return (context, places) => {
    images.forEach((image, i) => {
      const [x, y] = [mapSize * places[2 * image], mapSize * (1 - places[2 * image + 1])];
      const [left, top] = [Math.round(x - shownSide / 2), Math.round(y - shownSide / 2)];
      // At its own size: to scale it in every frame would take too long.
      context.drawImage(sheet, 0, shownSide * i, shownSide, shownSide, left, top, shownSide, shownSide);
    });
  };
}
