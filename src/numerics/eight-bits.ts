/**
 * Numbers in eight bits: each is a whole number from −127 to 127 times a scale, which the numbers of a block share. Scales are halves, and
 * what comes back is rounded to halves too, so that a file of halves can hold the very same numbers.
 */
import { floatsToHalves, halvesToFloats, roundToHalf } from './half.ts';

/** Numbers in a row that share a scale; the last block may be shorter. */
export const blockLength = 8;
const largestLevel = 127;

export interface EightBits {
  readonly levels: Int8Array<ArrayBuffer>;
  /** The bits of a half for each block. */
  readonly scales: Uint16Array<ArrayBuffer>;
}

/** To the nearest level of a block that its largest number spans. */
export function floatsToEightBits(values: Float32Array): EightBits {
  const largest = new Float32Array(Math.ceil(values.length / blockLength));
  values.forEach((value, i) => {
    const block = Math.floor(i / blockLength);
    largest[block] = Math.max(largest[block], Math.abs(value));
  });
  const scales = floatsToHalves(largest.map((value) => value / largestLevel));
  const stored = halvesToFloats(scales);
  const levels = Int8Array.from(values, (value, i) => {
    const scale = stored[Math.floor(i / blockLength)];
    const level = scale > 0 ? Math.round(value / scale) : 0;
    return Math.min(Math.max(level, -largestLevel), largestLevel);
  });
  return { levels, scales };
}

/** The numbers that they stand for, exact in half precision. */
export function eightBitsToFloats({ levels, scales }: EightBits): Float32Array<ArrayBuffer> {
  const stored = halvesToFloats(scales);
  return roundToHalf(Float32Array.from(levels, (level, i) => level * stored[Math.floor(i / blockLength)]));
}
