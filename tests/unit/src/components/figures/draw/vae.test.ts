import { expect, it } from 'vitest';
import { lossOf, numVaePictures, posteriorCodes } from '../../../../../../src/components/figures/draw/vae.ts';

it('decodes the mean first, and then draws with the deviation that the encoder gives', () => {
  const certain = posteriorCodes(2, Float32Array.of(1, -2, -80, -80));
  for (let row = 0; row < numVaePictures; row++) {
    expect(certain[2 * row]).toBeCloseTo(1, 6);
    expect(certain[2 * row + 1]).toBeCloseTo(-2, 6);
  }
  const wide = posteriorCodes(2, Float32Array.of(1, -2, 0, Math.log(100)));
  expect([...wide.subarray(0, 2)]).toEqual([1, -2]);
  const away = (at: number): number =>
    Array.from({ length: numVaePictures - 1 }, (_, i) => Math.abs(wide[2 * (i + 1) + at] - wide[at])).reduce(
      (a, b) => a + b,
    );
  expect(away(0)).toBeGreaterThan(0);
  expect(away(1)).toBeGreaterThan(3 * away(0));
});

it('measures L1 + L2 a pixel', () => {
  expect(lossOf(Float32Array.of(0, 0.5, 1, 1), Float32Array.of(0, 0, 1, 0))).toBeCloseTo(
    (0.5 + 0.25 + 2) / 4,
    6,
  );
});
