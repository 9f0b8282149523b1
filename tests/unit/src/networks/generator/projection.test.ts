/** The pass that projection descends: its losses against the predictor, its gradients against a float64 generator. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CodeBatch } from '../../../../../src/networks/generator/codes.ts';
import { buildPredictor } from '../../../../../src/networks/generator/predictor.ts';
import { buildProjector } from '../../../../../src/networks/generator/projection.ts';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../../src/numerics/random.ts';
import { naiveGenerate } from '../../../../support/naive-generator.ts';
import { randomCodes, randomParameters } from '../../../../support/random-generator.ts';
import { digitShape } from '../../../../support/digit-shape.ts';

const dims = { classDim: 2, contentDim: 3, ...digitShape };
const random = createRandom('projection');
const parameters = randomParameters(dims, random);
const codes = randomCodes(dims, 3, random);
const intensity = Float32Array.from({ length: 2 * 784 }, () => random.uniform());
const rows = [1, 0, 1];

beforeAll(() => startWasmBackend());

const pass = (batch: CodeBatch, targetRows: number[]) => {
  const projector = buildProjector(dims, parameters);
  const result = projector.pass(batch, { intensity, rows: targetRows });
  projector.dispose();
  return result;
};

/** Means over one image's pixels. */
function losses(image: ArrayLike<number>, target: Float32Array) {
  const errors = Array.from(target, (value, i) => image[i] - value);
  const l1 = errors.reduce((sum, error) => sum + Math.abs(error), 0) / 784;
  return { l1, loss: l1 + errors.reduce((sum, error) => sum + error * error, 0) / 784 };
}

describe('the projector', () => {
  it('holds what the predictor draws against each image’s own target', () => {
    const predictor = buildPredictor(dims, parameters);
    const images = predictor.predict(codes);
    predictor.dispose();
    const { l1, loss } = pass(codes, rows);
    rows.forEach((row, i) => {
      const expected = losses(
        images.subarray(i * 784, (i + 1) * 784),
        intensity.subarray(row * 784, (row + 1) * 784),
      );
      expect(l1[i]).toBeCloseTo(expected.l1, 6);
      expect(loss[i]).toBeCloseTo(expected.loss, 6);
    });
  });

  it('has the gradient of each image’s own loss, by finite differences of a generator in float64', () => {
    const { contentGradient, classGradient } = pass(codes, rows);
    const lossAt = (i: number, content: readonly number[], classCode: readonly number[]) =>
      losses(
        naiveGenerate(dims, parameters, { contentCode: content, classCode }),
        intensity.subarray(rows[i] * 784, (rows[i] + 1) * 784),
      ).loss;
    const slope = (values: readonly number[], j: number, at: (moved: readonly number[]) => number) => {
      const step = 1e-5;
      return (at(values.with(j, values[j] + step)) - at(values.with(j, values[j] - step))) / (2 * step);
    };
    for (const i of [0, 1]) {
      const content = Array.from(codes.contentCodes.subarray(i * 3, i * 3 + 3));
      const classCode = Array.from(codes.classCodes.subarray(i * 2, i * 2 + 2));
      const bySteps = [
        ...content.map((_, j) => slope(content, j, (moved) => lossAt(i, moved, classCode))),
        ...classCode.map((_, j) => slope(classCode, j, (moved) => lossAt(i, content, moved))),
      ];
      const largest = Math.max(...bySteps.map(Math.abs));
      expect(largest).toBeGreaterThan(1e-3);
      const found = [
        ...contentGradient.subarray(i * 3, i * 3 + 3),
        ...classGradient.subarray(i * 2, i * 2 + 2),
      ];
      found.forEach((value, j) => expect(Math.abs(value - bySteps[j])).toBeLessThan(1e-3 * largest));
    }
  });

  it('lets no image see another of its batch', () => {
    const together = pass(codes, rows);
    const last = {
      count: 1,
      contentCodes: codes.contentCodes.slice(6),
      classCodes: codes.classCodes.slice(4),
    };
    const alone = pass(last, [1]);
    expect(alone.loss[0]).toBe(together.loss[2]);
    expect(alone.contentGradient).toEqual(together.contentGradient.slice(6));
    expect(alone.classGradient).toEqual(together.classGradient.slice(4));
  });

  it('has no slope where the image is already the target in full black or white', () => {
    const dark = { ...parameters, 'convT2.bias': Float32Array.of(-200) };
    const projector = buildProjector(dims, dark);
    const { loss, contentGradient } = projector.pass(codes, {
      intensity: new Float32Array(784),
      rows: [0, 0, 0],
    });
    projector.dispose();
    expect(Math.max(...loss)).toBeLessThan(1e-6);
    expect(contentGradient.every((value) => Math.abs(value) < 1e-6)).toBe(true);
  });

  it('leaves no tensor behind', () => {
    const before = memory().numTensors;
    const projector = buildProjector(dims, parameters);
    const built = memory().numTensors;
    projector.pass(codes, { intensity, rows });
    expect(memory().numTensors).toBe(built);
    projector.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('says which sizes do not fit', () => {
    const projector = buildProjector(dims, parameters);
    const withTargets = (pixels: number, targetRows: number[]) => () =>
      projector.pass(codes, { intensity: new Float32Array(pixels), rows: targetRows });
    expect(() => projector.pass({ ...codes, count: 2 }, { intensity, rows: [0, 1] })).toThrow(
      'Expected 2 content codes of 3 and class codes of 2 numbers, got arrays of 9 and 6.',
    );
    expect(withTargets(784, [0])).toThrow(
      'Expected one target for each of 3 codes and images of 784 numbers, got 1 targets and 784 numbers.',
    );
    expect(withTargets(783, [0, 0, 0])).toThrow('got 3 targets and 783 numbers.');
    expect(withTargets(784, [0, 0, 1])).toThrow('There is no target 1: targets are numbered 0 to 0.');
    projector.dispose();
  });
});
