import { expect, test } from 'vitest';
import {
  drawnClasses,
  lossesFields,
  previewRowOf,
} from '../../../../../../src/components/figures/losses/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

test('its whole state goes through a link', () => {
  const text = 'drawn:7,from:any,seed:3';
  expect(formatState(lossesFields, parseState(lossesFields, text))).toBe(text);
  expect(parseState(lossesFields, 'drawn:10')).toEqual({ drawn: 'own', from: 'each', seed: 0 });
});

test('each choice has its row in the pictures made at training time', () => {
  expect(previewRowOf('own')).toEqual({ file: 'reconstructions', rows: 1, row: 0 });
  expect(drawnClasses.slice(1).map((drawn) => previewRowOf(drawn).row)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  expect(previewRowOf(9).rows).toBe(10);
});
