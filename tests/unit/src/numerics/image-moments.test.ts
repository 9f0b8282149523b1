import { describe, expect, it } from 'vitest';
import { imageMoments } from '../../../../src/numerics/image-moments.ts';

const size = 28;

/** Ink where `inside(x, y)` says so: the share of 16 × 16 points of each pixel; x to the right, y upwards, from the middle. */
function draw(inside: (x: number, y: number) => boolean): Float32Array {
  const grid = 16;
  return Float32Array.from({ length: size * size }, (_, pixel) => {
    let hits = 0;
    for (let point = 0; point < grid * grid; point++) {
      const x = (pixel % size) + ((point % grid) + 0.5) / grid - size / 2;
      const y = size / 2 - Math.floor(pixel / size) - (Math.floor(point / grid) + 0.5) / grid;
      if (inside(x, y)) hits++;
    }
    return hits / grid ** 2;
  });
}

/** Sheared by `slant` pixels to the right for a pixel upwards; a side of length a has standard deviation a / √12. */
const bar = ({ slant = 0, width = 4, height = 16, x = 0, y = 0 }) =>
  draw((px, py) => Math.abs(px - x - slant * (py - y)) <= width / 2 && Math.abs(py - y) <= height / 2);

describe('imageMoments', () => {
  it.each([-0.4, 0, 0.25, 0.5])('finds the slant %f of a bar', (slant) => {
    expect(imageMoments(bar({ slant }), size).slant).toBeCloseTo(slant, 2);
  });

  it('finds ink, width and height of a bar, whatever its slant and place', () => {
    for (const shape of [{}, { slant: 0.4 }, { slant: -0.3, x: 2, y: -3 }]) {
      const { ink, width, height } = imageMoments(bar(shape), size);
      expect(ink).toBeCloseTo(4 * 16, 0);
      // The grid moves a variance by up to 1/12 either way.
      expect(Math.abs(width - 4 / Math.sqrt(12))).toBeLessThan(0.1);
      expect(Math.abs(height - 16 / Math.sqrt(12))).toBeLessThan(0.02);
    }
  });

  it('finds half the semi-axes of an ellipse', () => {
    const ellipse = draw((x, y) => (x / 5) ** 2 + (y / 9) ** 2 <= 1);
    const { ink, slant, width, height } = imageMoments(ellipse, size);
    expect(ink).toBeCloseTo(Math.PI * 5 * 9, 0);
    expect(slant).toBeCloseTo(0, 6);
    expect(width).toBeCloseTo(2.5, 1);
    expect(height).toBeCloseTo(4.5, 1);
  });

  it('measures the ink, and not the shape, of a fainter picture as less', () => {
    const full = bar({ slant: 0.3 });
    const faint = imageMoments(
      full.map((ink) => ink / 4),
      size,
    );
    const { ink, slant, width, height } = imageMoments(full, size);
    expect(faint.ink).toBeCloseTo(ink / 4, 6);
    expect(faint.slant).toBeCloseTo(slant, 6);
    expect(faint.width).toBeCloseTo(width, 6);
    expect(faint.height).toBeCloseTo(height, 6);
  });

  it('has a number for pictures without ink, without height and without width', () => {
    const empty = new Float32Array(size * size);
    expect(imageMoments(empty, size)).toEqual({ ink: 0, slant: 0, width: 0, height: 0 });
    const row = imageMoments(Float32Array.from(empty).fill(1, 5 * size, 5 * size + 12), size);
    expect(row).toMatchObject({ ink: 12, slant: 0, height: 0 });
    expect(row.width).toBeCloseTo(Math.sqrt((12 ** 2 - 1) / 12), 6);
    const dot = imageMoments(Float32Array.from(empty).fill(0.5, 100, 101), size);
    expect(dot).toEqual({ ink: 0.5, slant: 0, width: 0, height: 0 });
  });
});
