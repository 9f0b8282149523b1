/**
 * One stroke digit from its class and its factors: place the skeleton, then ink every pixel by its distance to the pen's
 * path. The image is a function of (digit, factors) and nothing else, with arithmetic that every JavaScript engine rounds
 * alike, so the exact picture of one digit's factors under another class is known.
 */
import { skeletons, type Polyline } from './skeletons.ts';

export const imageSize = 28;
const numPixels = imageSize * imageSize;

/** What varies within a class. All lengths in pixels. */
export interface StrokeFactors {
  /** Horizontal shift per pixel upwards: the tangent of the lean; positive leans right. */
  readonly slant: number;
  /** Diameter of the round pen where a stroke starts; it thins a little towards the end. */
  readonly thickness: number;
  /** Of the frame, pen included, before the slant. A 0 fills the frame, a 1 about a third of its width. */
  readonly width: number;
  readonly height: number;
  /** Of the middle of the pen's path from the middle of the image; positive is right, and down. */
  readonly offsetX: number;
  readonly offsetY: number;
}

/** Width of the grey edge between full ink and paper. */
const edge = 1.25;

/** By how much of its diameter the pen thins towards the end of a stroke. */
const liftOff = 0.3;

/** [28 × 28], row-major, intensity in 0..255. */
export function drawDigit(digit: number, factors: StrokeFactors): Uint8Array {
  const depth = new Float64Array(numPixels);
  for (const points of placeSkeleton(skeletons[digit], factors)) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const progress = i / points.length;
      const pressure = 1 - liftOff * progress * progress;
      const reach = (factors.thickness * pressure + edge) / 2;
      markSegment(depth, reach, points[i], points[i + 1], points[i + 2], points[i + 3]);
    }
  }
  return Uint8Array.from(depth, (pixels) => Math.round(255 * Math.min(1, pixels / edge)));
}

/** The strokes in pixels, sheared, with the path's centre of mass at the image's middle plus the offset. */
function placeSkeleton(strokes: readonly Polyline[], factors: StrokeFactors): Polyline[] {
  const { slant, thickness, width, height, offsetX, offsetY } = factors;
  const scaled = strokes.map((points) =>
    points.map((value, i) => value * ((i % 2 === 0 ? width : height) - thickness)),
  );
  const [middleX, middleY] = centreOfMass(scaled);
  return scaled.map((points) =>
    points.map((value, i) =>
      i % 2 === 0
        ? value - middleX - slant * (points[i + 1] - middleY) + imageSize / 2 + offsetX
        : value - middleY + imageSize / 2 + offsetY,
    ),
  );
}

/** Each segment's middle, weighted by its length. */
function centreOfMass(strokes: readonly Polyline[]): [number, number] {
  let [sumX, sumY, sumLength] = [0, 0, 0];
  for (const points of strokes) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [dx, dy] = [points[i + 2] - points[i], points[i + 3] - points[i + 1]];
      const length = Math.sqrt(dx * dx + dy * dy);
      sumX += length * (points[i] + dx / 2);
      sumY += length * (points[i + 1] + dy / 2);
      sumLength += length;
    }
  }
  return [sumX / sumLength, sumY / sumLength];
}

/** Raises `depth`, how far a pixel's middle lies inside the ink, around the segment from (x0, y0) to (x1, y1). */
function markSegment(
  depth: Float64Array,
  reach: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squaredLength = dx * dx + dy * dy;
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
  const right = Math.min(imageSize - 1, Math.floor(Math.max(x0, x1) + reach));
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const bottom = Math.min(imageSize - 1, Math.floor(Math.max(y0, y1) + reach));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [px, py] = [column + 0.5 - x0, row + 0.5 - y0];
      const along = squaredLength > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / squaredLength)) : 0;
      const [ex, ey] = [px - along * dx, py - along * dy];
      const index = row * imageSize + column;
      depth[index] = Math.max(depth[index], reach - Math.sqrt(ex * ex + ey * ey));
    }
  }
}
