import { expect, test } from 'vitest';
import {
  encoderRowsFields,
  previewOf,
  rowArgs,
  type EncoderRowsFacts,
} from '../../../../../../src/components/figures/encoder-rows/state.ts';
import type { EncoderView } from '../../../../../../src/components/figures/encoders/models.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const fieldsOf = (shows: EncoderView) =>
  encoderRowsFields({ shows, codeDims: [2, 10], initialCodeDim: 10 } as unknown as EncoderRowsFacts);

test.each([
  ['reconstructions', 'k:2'],
  ['interpolation', 'k:2,from:0,to:9'],
  ['samples', 'k:2,seed:7'],
] as const)('the whole state of %s goes through a link', (shows, text) => {
  const fields = fieldsOf(shows);
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});

test.each(['reconstructions', 'interpolation', 'samples'] as const)('%s start as their preview', (shows) => {
  expect(previewOf(rowArgs(shows, parseState(fieldsOf(shows), '')))).toBeDefined();
});

test('pictures made at training time lead from each class to the next, and are of the first draws alone', () => {
  expect(previewOf({ kind: 'interpolation', from: 9, to: 0 })).toEqual({ rows: 10, first: 9 });
  expect(previewOf({ kind: 'interpolation', from: 9, to: 1 })).toBeUndefined();
  expect(previewOf({ kind: 'samples', seed: 1 })).toBeUndefined();
});
