/**
 * Images row by row, [n, height, width, channels], and as the networks hold them at half their size: [n, height / 2, width / 2, (2, 2, channels)],
 * the four pixels of a square side by side, phase-major.
 */
import { pixelShuffleRuns } from './batch-norm.ts';
import { imageLength, type ImageShape } from './image-shape.ts';

/** Row by row → phases. */
export function toPhases(shape: ImageShape, pixels: Uint8Array | Float32Array): Float32Array<ArrayBuffer> {
  const phases = new Float32Array(pixels.length);
  runsOf(
    shape,
    pixels,
  )((low, high) => {
    for (let c = 0; c < shape.imageChannels; c++) phases[low + c] = pixels[high + c];
  });
  return phases;
}

/** The inverse of `toPhases`. */
export function fromPhases(
  shape: ImageShape,
  phases: Float32Array | Float64Array,
): Float32Array<ArrayBuffer> {
  const pixels = new Float32Array(phases.length);
  runsOf(
    shape,
    phases,
  )((low, high) => {
    for (let c = 0; c < shape.imageChannels; c++) pixels[high + c] = phases[low + c];
  });
  return pixels;
}

/** Logits as phases, without their bias [channels] → intensity in [0, 1], row by row. */
export function intensityOfLogits(
  shape: ImageShape,
  logits: Float32Array,
  bias: Float32Array,
): Float32Array<ArrayBuffer> {
  const images = new Float32Array(logits.length);
  runsOf(
    shape,
    logits,
  )((low, high) => {
    for (let c = 0; c < shape.imageChannels; c++) {
      images[high + c] = 1 / (1 + Math.exp(-logits[low + c] - bias[c]));
    }
  });
  return images;
}

const runsOf = (shape: ImageShape, { length }: ArrayLike<number>) =>
  pixelShuffleRuns(
    length / imageLength(shape),
    shape.imageHeight / 2,
    shape.imageWidth / 2,
    shape.imageChannels,
  );
