import { beforeAll, expect, it } from 'vitest';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom, normalArray } from '../../../../../src/numerics/random.ts';
import {
  distanceOf,
  frozenDrawer,
  learningDrawer,
} from '../../../../../training/methods/amortized/objective.ts';
import type { CodeBatch } from '../../../../../src/networks/generator/codes.ts';
import { trainedRun } from '../../../../support/trained-run.ts';

beforeAll(() => startWasmBackend());

const count = 3;
const { model } = trainedRun(0.3);
const random = createRandom('objective');
const images = Float32Array.from({ length: count * 784 }, () => random.uniform());
const codes: CodeBatch = {
  count,
  classCodes: normalArray(random, count * 3, 1),
  contentCodes: normalArray(random, count * 4, 1),
};

it('the distance is a share of the codes’ own size, and its gradient is that of its value', () => {
  const learned = Float32Array.of(1, -1, 2, 0.5);
  expect(distanceOf(new Float32Array(4), learned, Math.sqrt(6.25 / 4)).value).toBeCloseTo(1, 6);
  const found = Float32Array.of(0.5, 0.25, 1, -1);
  const { value, gradient } = distanceOf(found, learned, 2);
  const step = 1e-3;
  found.forEach((_, i) => {
    const moved = found.with(i, found[i] + step);
    expect((distanceOf(moved, learned, 2).value - value) / step).toBeCloseTo(gradient[i], 3);
  });
});

it('the gradient of a frozen generator’s loss is that of its mean over the images', () => {
  const drawer = frozenDrawer(model);
  const { gradients } = drawer.draw(codes, images);
  const step = 1e-2;
  for (const name of ['classCodes', 'contentCodes'] as const) {
    const at = 1;
    const lossAt = (by: number) =>
      drawer.draw({ ...codes, [name]: codes[name].with(at, codes[name][at] + by) }, images).loss;
    const slope = (lossAt(step) - lossAt(-step)) / (2 * step);
    expect(slope).toBeCloseTo(gradients[name][at], 4);
  }
  drawer.dispose();
});

it('a generator that learns takes a step down, and a frozen one stays', () => {
  const own = { ...model, parameters: structuredClone(model.parameters) };
  const before = own.parameters['dense1.weight'].slice();
  const drawer = learningDrawer(own, 1e-2);
  const first = drawer.draw(codes, images).loss;
  for (let i = 0; i < 5; i++) drawer.draw(codes, images);
  expect(drawer.draw(codes, images).loss).toBeLessThan(first);
  expect(own.parameters['dense1.weight']).not.toEqual(before);
  const still = frozenDrawer(model);
  const kept = model.parameters['dense1.weight'].slice();
  still.draw(codes, images);
  still.dispose();
  expect(model.parameters['dense1.weight']).toEqual(kept);
});
