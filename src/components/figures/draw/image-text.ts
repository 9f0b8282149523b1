/**
 * A picture of 28 × 28 as text for an address: a hexadecimal digit a pixel, so sixteen amounts of ink, and runs of empty pixels as one letter.
 * A drawing takes about 250 characters. Pure.
 */
export const numPixels = 28 * 28;
const levels = 15;
/** g stands for two empty pixels, z for 21. */
const firstRun = 2;
const letters = 'ghijklmnopqrstuvwxyz';
const longestRun = firstRun + letters.length - 1;

/** `ink`: [784] in [0, 1]. */
export const textOfImage = (ink: Float32Array): string =>
  Array.from(ink, (value) => Math.round(levels * value).toString(16))
    .join('')
    .replaceAll(new RegExp(`0{${firstRun},${longestRun}}`, 'g'), ({ length }) => letters[length - firstRun]);

/** Undefined where the text is no such picture. */
export function imageOfText(text: string): Float32Array<ArrayBuffer> | undefined {
  if (!/^[0-9a-z]+$/.test(text) || text.length > numPixels) return undefined;
  const digits = text.replaceAll(/[g-z]/g, (letter) => '0'.repeat(letters.indexOf(letter) + firstRun));
  if (digits.length !== numPixels) return undefined;
  return Float32Array.from(digits, (digit) => parseInt(digit, 16) / levels);
}
