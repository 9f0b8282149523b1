import { expect, test } from 'vitest';
import type { EncoderCheckpoint } from '../../../../../../src/components/figures/encoders/models.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import {
  componentCodes,
  farthest,
  noTurns,
  turnedCode,
  turnedCodeFields,
  turnText,
  type TurnedCodeFacts,
} from '../../../../../../src/components/figures/turned-code/state.ts';

const checkpoint = {
  manifest: { model: { codeDim: 2, gaussianCode: false } },
  shown: Float32Array.from({ length: 40 }, (_, i) => i),
  codeMean: Float32Array.of(10, -10),
  codeCovariance: Float32Array.of(4, 0, 0, 1),
} as unknown as EncoderCheckpoint;

test('its whole state goes through a link', () => {
  const fields = turnedCodeFields({
    series: [{ name: 'pca' }, { name: 'linear' }],
    codeDims: [2, 10],
    initial: { series: 'pca', k: 10 },
  } as unknown as TurnedCodeFacts);
  const text = 'model:linear,k:2,start:4,turns:0.60.30.30.30.30.30.30.30.1';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(parseState(fields, '').turns).toEqual(noTurns);
});

test('a number is turned in its own standard deviations, from the mean code or from that of an image', () => {
  const turns = [farthest + 10, farthest - 20];
  expect([...turnedCode(checkpoint, { start: 'mean', turns })]).toEqual([12, -12]);
  expect([...turnedCode(checkpoint, { start: 3, turns: noTurns })]).toEqual([6, 7]);
});

test('components move one number at a time, down in the first row and up in the second', () => {
  expect([...componentCodes(checkpoint)]).toEqual([6, -10, 10, -12, 14, -10, 10, -8]);
});

test('a turn is read with its sign', () => {
  expect([0, farthest, 2 * farthest].map(turnText)).toEqual(['−3.0 sd', '0.0 sd', '+3.0 sd']);
});
