import { expect, it } from 'vitest';
import { readingsOf, softmaxRows } from '../../../../src/engine/readings.ts';

it('reads the most probable digit of each image, of equal ones the first', () => {
  const probabilities = Float32Array.of(0.25, 0.5, 0.25, 0.375, 0.25, 0.375);
  expect(readingsOf(probabilities, 3)).toEqual([
    { digit: 1, probability: 0.5 },
    { digit: 0, probability: 0.375 },
  ]);
});

it('turns logits into probabilities, also where their powers would overflow', () => {
  const [a, b, c, d] = softmaxRows(Float32Array.of(0, Math.log(3), 1000, -1000), 2);
  expect(a).toBeCloseTo(0.25, 6);
  expect(b).toBeCloseTo(0.75, 6);
  expect([c, d]).toEqual([1, 0]);
});
