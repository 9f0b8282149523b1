/** Strokes of a pen on a square canvas, and the picture that they make: ink on nothing, as wide as MNIST has it. */
import type { Plane } from '../../../numerics/pictures/plane.ts';
import { greyOf } from '../../../numerics/pictures/plane.ts';
import { inkToPixels } from '../../controls/ink.ts';

/** Of the canvas, in its own pixels: seven to each of the 28. */
export const padSide = 196;
const imageSide = 28;

interface PenPoint {
  /** 0 to 1 from the left and from the top. */
  readonly x: number;
  readonly y: number;
  /** 0 to 1; 0.5 of what has no pressure. */
  readonly pressure: number;
}
export type Stroke = readonly PenPoint[];

/** Of 28 pixels, with ordinary pressure. */
const strokeWidth = 2.4;

/** What lies below the strokes (a picture of 28 × 28, enlarged), and the strokes. */
export function paint(
  canvas: HTMLCanvasElement,
  { under, strokes }: { readonly under: Float32Array | undefined; readonly strokes: readonly Stroke[] },
): void {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  context.clearRect(0, 0, padSide, padSide);
  if (under) {
    const small = document.createElement('canvas');
    small.width = small.height = imageSide;
    const pixels = inkToPixels(under, { rows: 1, columns: 1, cellSize: imageSide });
    small.getContext('2d')?.putImageData(new ImageData(pixels, imageSide, imageSide), 0, 0);
    context.drawImage(small, 0, 0, padSide, padSide);
  }
  context.lineCap = context.lineJoin = 'round';
  for (const stroke of strokes) {
    stroke.forEach((point, i) => {
      const from = stroke[Math.max(i - 1, 0)];
      context.lineWidth = (padSide / imageSide) * strokeWidth * (0.6 + 0.8 * point.pressure);
      context.beginPath();
      context.moveTo(padSide * from.x, padSide * from.y);
      context.lineTo(padSide * point.x, padSide * point.y + (i === 0 ? 0.01 : 0)); // a dot is a line, too
      context.stroke();
    });
  }
}

export function planeOf(canvas: HTMLCanvasElement): Plane {
  const size = { width: canvas.width, height: canvas.height };
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context)
    throw new Error('The browser gives no canvas to draw on. Close other tabs, or use another browser.');
  return greyOf(context.getImageData(0, 0, size.width, size.height).data, size);
}

/** What a pad with this on it would give. */
export function rasterOf(picture: Parameters<typeof paint>[1]): Plane {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = padSide;
  paint(canvas, picture);
  return planeOf(canvas);
}
