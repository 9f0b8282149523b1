import { expect, it } from 'vitest';
import { createRmsProp } from '../../../../src/numerics/rms-prop.ts';

it('makes first steps of ten times the rate, whatever the size of the gradient', () => {
  const values = new Float32Array(3);
  createRmsProp(3, 1e-3).update(values, Float32Array.of(5, -1e-5, 0));
  [-0.01, 0.01, 0].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 3));
});

it('divides by the root of the mean square of all gradients so far', () => {
  const values = new Float32Array(1);
  const optimizer = createRmsProp(1, 1e-3);
  optimizer.update(values, Float32Array.of(2));
  const before = values[0];
  optimizer.update(values, Float32Array.of(1));
  const meanSquare = 0.99 * 0.01 * 4 + 0.01 * 1;
  expect(values[0] - before).toBeCloseTo(-1e-3 / Math.sqrt(meanSquare), 7);
});
