import { describe, expect, it } from 'vitest';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { explainedVariance, measureFactors } from '../../../../training/evaluation/factors.ts';
import { codeSource } from './code-source.ts';

const numRows = 500;
const random = createRandom('factors test');
const features = normalArray(random.fork('features'), numRows * 4, 1);
const labels = Uint8Array.from({ length: numRows }, (_, i) => i % 10);
const valuesOf = (value: (row: number) => number) =>
  Float32Array.from({ length: numRows }, (_, i) => value(i));

describe('explainedVariance', () => {
  it('is 1 for a linear map of the features', () => {
    const values = valuesOf((row) => 7 + 2 * features[row * 4] - 0.1 * features[row * 4 + 3]);
    const { value, foldSd } = explainedVariance({ features, dim: 4, values, labels });
    expect(value).toBeGreaterThan(0.9999);
    expect(foldSd).toBeLessThan(1e-4);
  });

  it('is the share of the variance that the features have a part in', () => {
    const own = random.fork('own');
    const values = valuesOf((row) => features[row * 4] + own.normal());
    expect(Math.abs(explainedVariance({ features, dim: 4, values, labels }).value - 0.5)).toBeLessThan(0.1);
  });

  it('is about 0, and not more, for values that have nothing to do with them', () => {
    const own = random.fork('nothing');
    const explained = explainedVariance({ features, dim: 4, values: valuesOf(() => own.normal()), labels });
    expect(explained.value).toBeLessThan(0.01);
    expect(explained.value).toBeGreaterThan(-0.1);
    expect(explained.foldSd).toBeGreaterThan(0);
  });
});

describe('measureFactors', () => {
  const { factors, labels: digits } = makeStrokes({ seed: 'factors', numImages: 300 });

  it('finds the factors that the codes hold, and none in the class', () => {
    const source = codeSource({
      // Slant and offset, mixed.
      contentCodes: Float32Array.from(
        Array.from({ length: 300 }, (_, i) => [
          factors.slant[i] + 0.5 * factors.offsetX[i],
          factors.slant[i] - 0.5 * factors.offsetX[i],
        ]).flat(),
      ),
      labels: digits.join(''),
      numClasses: 10,
    });
    const metrics = measureFactors(source, factors);
    expect(Object.keys(metrics)).toHaveLength(8);
    expect(metrics['factor.slant.content']).toMatchObject({ n: 300 });
    expect(metrics['factor.slant.content']?.value).toBeGreaterThan(0.999);
    expect(metrics['factor.offsetX.content']?.value).toBeGreaterThan(0.999);
    expect(metrics['factor.thickness.content']?.value).toBeLessThan(0.05);
    expect(metrics['factor.width.content']?.value).toBeLessThan(0.05);
    for (const name of ['slant', 'thickness', 'width', 'offsetX'] as const) {
      expect(metrics[`factor.${name}.class`]?.value).toBeLessThan(0.05);
    }
  });

  it('finds a factor in the class where the class decides it', () => {
    const source = codeSource({
      contentCodes: new Float32Array(600),
      labels: digits.join(''),
      numClasses: 10,
    });
    const metrics = measureFactors(source, { ...factors, slant: Float32Array.from(digits, Math.sqrt) });
    expect(metrics['factor.slant.class']?.value).toBeGreaterThan(0.99);
    expect(metrics['factor.slant.content']?.value).toBeLessThan(0.01);
  });
});
