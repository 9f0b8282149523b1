import { describe, expect, it } from 'vitest';
import { imageSize, numPixels } from '../../../support/digit-shape.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { measureProbes, probeAccuracy, probeReferences } from '../../../../training/evaluation/probes.ts';
import { standardized, stratifiedFolds } from '../../../../training/evaluation/probes/folds.ts';
import type { LabelledRows } from '../../../../training/evaluation/probes/probe.ts';
import { codeSource } from './code-source.ts';

const random = createRandom('probes test');
const numRows = 300;
const labels = Uint8Array.from({ length: numRows }, (_, i) => (i * 7) % 10);
const rowsOf = (features: Float32Array, dim: number): LabelledRows => ({
  features,
  dim,
  labels,
  numClasses: 10,
});

const oneHot = new Float32Array(numRows * 10);
labels.forEach((label, row) => (oneHot[row * 10 + label] = 1));
const noise = normalArray(random.fork('noise'), numRows * 10, 1);

/** Two signs and their product: no line separates it. */
const xor = (() => {
  const features = new Float32Array(numRows * 2).map(() => 2 * random.uniform() - 1);
  const product = Uint8Array.from({ length: numRows }, (_, row) =>
    features[row * 2] * features[row * 2 + 1] > 0 ? 1 : 0,
  );
  return { features, dim: 2, labels: product, numClasses: 2 };
})();

describe.each(['linear', 'mlp'] as const)('the %s probe', (name) => {
  it('finds a class that is written into the codes', () => {
    expect(probeAccuracy(name, rowsOf(oneHot, 10))).toEqual({ value: 1, foldSd: 0 });
  });

  it('finds nothing in codes that know no class', () => {
    const { value, foldSd } = probeAccuracy(name, rowsOf(noise, 10));
    expect(value).toBeGreaterThan(0.05);
    expect(value).toBeLessThan(0.17);
    // Five shares of 60 rows at chance: √(0.1 · 0.9 / 60) ≈ 0.04.
    expect(foldSd).toBeGreaterThan(0.005);
    expect(foldSd).toBeLessThan(0.1);
  });

  it('finds less as noise drowns the class, in what it learns from and in what it is judged on', () => {
    const some = probeAccuracy(name, rowsOf(oneHot, 10), { noiseStd: 0.3 }).value;
    const drowned = probeAccuracy(name, rowsOf(oneHot, 10), { noiseStd: 100 }).value;
    expect(some).toBeGreaterThan(0.7);
    expect(some).toBeLessThan(1);
    expect(drowned).toBeLessThan(0.15);
  });

  it('gives the same number again', () => {
    const [first, again] = [0, 1].map(() => probeAccuracy(name, rowsOf(noise, 10), { noiseStd: 0.1 }));
    expect(again).toEqual(first);
  });

  it('stays a number for codes that are all the same', () => {
    expect(probeAccuracy(name, rowsOf(new Float32Array(numRows * 3), 3)).value).toBeLessThan(0.2);
  });
});

it('tells what a linear probe cannot see from what is not there', () => {
  expect(probeAccuracy('linear', xor).value).toBeLessThan(0.7);
  expect(probeAccuracy('mlp', xor).value).toBeGreaterThan(0.9);
});

describe('measureProbes', () => {
  const few = '0123456789'.repeat(8);
  const source = codeSource({
    contentCodes: Float32Array.from(Array.from(few, (label) => [Number(label), 1]).flat()),
    labels: few,
    numClasses: 10,
  });

  it('has one number for clean and noisy codes without noise', () => {
    const metrics = measureProbes(source, 0);
    expect(metrics['probe.linear.noisy']).toEqual(metrics['probe.linear.clean']);
    expect(metrics['probe.mlp.noisy']).toEqual(metrics['probe.mlp.clean']);
    expect(metrics['probe.mlp.clean']?.n).toBe(80);
  });

  it('adds the training noise to the noisy ones only', () => {
    const [none, much] = [measureProbes(source, 0), measureProbes(source, 50)];
    expect(much['probe.mlp.clean']).toEqual(none['probe.mlp.clean']);
    expect(much['probe.mlp.noisy']?.value).toBeLessThan((none['probe.mlp.clean']?.value ?? NaN) / 2);
  });
});

it('has reference lines: the majority, shuffled labels at chance, images that show their class, and whitened codes below chance', () => {
  const { images, labels: digits } = makeStrokes({ seed: 'references', numImages: 200 });
  /** Stands in for components: how much intensity is in each of 25 squares. */
  const project = (intensity: Float32Array) => {
    const squares = new Float32Array((intensity.length / numPixels) * 25);
    intensity.forEach((value, at) => {
      const [x, y] = [at % imageSize, Math.floor((at % numPixels) / imageSize)].map((i) => Math.floor(i / 6));
      squares[Math.floor(at / numPixels) * 25 + y * 5 + x] += value;
    });
    return squares;
  };
  const metrics = probeReferences({ images, labels: digits, principalComponents: { project } });
  expect(metrics['probe.majority']).toEqual({ value: 0.1, n: 200 });
  for (const name of ['probe.linear.shuffled', 'probe.mlp.shuffled'] as const) {
    expect(metrics[name]?.value).toBeLessThan(0.2);
  }
  for (const name of ['probe.linear.pca25', 'probe.mlp.pca25'] as const) {
    expect(metrics[name]?.value).toBeGreaterThan(0.9);
  }
  // No information: what the training folds of a centred class say of its mean is the opposite of what its held-out fold does.
  for (const name of ['linear.whitened8', 'mlp.whitened8', 'linear.whitened25', 'mlp.whitened25'] as const) {
    expect(metrics[`probe.${name}`]?.value).toBeLessThan(0.1);
  }
});

describe('stratifiedFolds', () => {
  const uneven = Uint8Array.from({ length: 107 }, (_, i) => (i < 60 ? 0 : i < 105 ? 1 : 2));
  const folds = stratifiedFolds(uneven, 5, createRandom(1));

  it('holds every row out once, and learns from the others', () => {
    const held = folds.flatMap(({ heldOut }) => Array.from(heldOut));
    expect(held.sort((a, b) => a - b)).toEqual(Array.from(uneven.keys()));
    for (const { training, heldOut } of folds) {
      expect(new Set([...training, ...heldOut]).size).toBe(107);
      expect(training.length + heldOut.length).toBe(107);
    }
  });

  it('deals each class out evenly', () => {
    for (const { heldOut } of folds) {
      const count = (label: number) => heldOut.filter((row) => uneven[row] === label).length;
      expect([count(0), count(1)]).toEqual([12, 9]);
      expect(count(2)).toBeLessThanOrEqual(1);
    }
  });
});

it('standardizes with what the training rows say, and leaves a constant column finite', () => {
  const table = Float32Array.of(1, 5, 3, 5, 11, 7);
  const parts = standardized(table, 2, { training: Uint32Array.of(0, 1), heldOut: Uint32Array.of(2) });
  expect(Array.from(parts.training)).toEqual([-1, 0, 1, 0]);
  expect(Array.from(parts.heldOut)).toEqual([9, 2]);
});
