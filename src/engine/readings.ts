/** From a classifier's outputs to what it reads: the most probable digit of each image. Plain arrays, any runtime. */
import type { Reading } from './functions.ts';

/** `probabilities`: [count × numClasses], row-major. Of equal ones the first digit wins. */
export const readingsOf = (probabilities: Float32Array, numClasses: number): Reading[] =>
  Array.from({ length: probabilities.length / numClasses }, (_, image) => {
    const row = probabilities.subarray(image * numClasses, (image + 1) * numClasses);
    const digit = row.reduce((best, each, i) => (each > row[best] ? i : best), 0);
    return { digit, probability: row[digit] };
  });

/** Logits → probabilities, both [count × numClasses]. */
export function softmaxRows(logits: Float32Array, numClasses: number): Float32Array {
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += numClasses) {
    const row = logits.subarray(start, start + numClasses);
    const top = Math.max(...row);
    const powers = Array.from(row, (logit) => Math.exp(logit - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    probabilities.set(
      powers.map((power) => power / sum),
      start,
    );
  }
  return probabilities;
}
