import { expect, test } from 'vitest';
import {
  modelAt,
  rowsOf,
  sweepCodes,
  sweepFields,
  viewOf,
  type SweepModel,
} from '../../../../../../src/components/figures/distribution/sweep.ts';
import { numClasses } from '../../../../../../src/components/figures/encoders/codes.ts';
import {
  encoderViews,
  type EncoderCheckpoint,
} from '../../../../../../src/components/figures/encoders/models.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const model = (stop: number, kl: 'with' | 'without', shipped: boolean): SweepModel => ({
  id: `vae-mnist-${kl}-k${stop}`,
  family: 'vae',
  codeDim: stop,
  shipped,
  stop,
  kl,
  ending: undefined,
  measurements: [],
});
const models = [model(2, 'with', true), model(2, 'without', false), model(5, 'with', true)];
const fields = sweepFields({ models, initial: 5 });

/** Codes of two numbers: of class c, (c, 0) for the training image and (c, 1) for the validation image. */
const checkpoint = {
  manifest: { model: { codeDim: 2, gaussianCode: true } },
  shown: Float32Array.from({ length: 4 * 2 * numClasses }, (_, i) => {
    const row = Math.floor(i / 4);
    return [row % numClasses, row < numClasses ? 0 : 1, -9, -9][i % 4];
  }),
  codeMean: Float32Array.of(100, 100),
  codeCovariance: Float32Array.of(1, 0, 0, 1),
} as unknown as EncoderCheckpoint;

test('the whole state goes through a link', () => {
  const text = 'stop:2,kl:without,view:samples,seed:4';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(parseState(fields, 'stop:3,kl:some')).toEqual(parseState(fields, ''));
});

test('a state names a model; where there is none trained that way, the other', () => {
  expect(modelAt(models, { stop: 2, kl: 'without' }).id).toBe('vae-mnist-without-k2');
  expect(modelAt(models, { stop: 5, kl: 'without' }).id).toBe('vae-mnist-with-k5');
});

test('a model without weights has no walks', () => {
  expect(viewOf(models[1], { view: 'interpolation' })).toBe('reconstructions');
  expect(viewOf(models[1], { view: 'samples' })).toBe('samples');
  expect(viewOf(models[0], { view: 'interpolation' })).toBe('interpolation');
});

test.each(encoderViews)('%s fill their rows', (view) => {
  expect(sweepCodes(checkpoint, { view, seed: 0 })).toHaveLength(2 * rowsOf[view] * numClasses);
});

test('a walk leads from the training image of a class to the validation image of the next', () => {
  const codes = sweepCodes(checkpoint, { view: 'interpolation', seed: 0 });
  expect([...codes.subarray(0, 2)]).toEqual([0, 0]);
  expect([...codes.subarray(18, 20)]).toEqual([1, 1]);
  expect([...codes.subarray(-2)]).toEqual([0, 1]);
});

test('samples are drawn from N(0, I) and below from the fitted Gaussian, anew with each seed', () => {
  const codes = sweepCodes(checkpoint, { view: 'samples', seed: 0 });
  expect(Math.max(...codes.subarray(0, 2 * numClasses))).toBeLessThan(10);
  expect(Math.min(...codes.subarray(2 * numClasses))).toBeGreaterThan(90);
  expect(sweepCodes(checkpoint, { view: 'samples', seed: 1 })).not.toEqual(codes);
});
