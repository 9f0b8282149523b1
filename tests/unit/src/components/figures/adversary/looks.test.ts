import { expect, test } from 'vitest';
import {
  keyOf,
  looksCodes,
  looksFields,
  numSteps,
  numWalks,
  placeOfStep,
  stepAt,
} from '../../../../../../src/components/figures/adversary/looks.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const epochs = [1, 4, 20];
const runs = ['a', 'b'].map((id) => ({ id, text: id, means: {} }));
const fields = looksFields({ runs, epochs });
const checkpoint = { manifest: { model: { codeDim: 2 } } } as unknown as Parameters<typeof looksCodes>[0];

test('it starts with the finished first run, at a step of the first walk, as its first frame', () => {
  const state = parseState(fields, '');
  expect(state).toMatchObject({ of: 'a', epoch: 20, seed: 0, walk: 0 });
  expect(placeOfStep(stepAt(state.at))).toBe(state.at);
});

test('the whole state goes through a link', () => {
  const text = 'of:b,epoch:4,seed:3,walk:2,at:0.5';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(parseState(fields, 'epoch:2,walk:9,at:2')).toEqual(parseState(fields, ''));
});

test('the last epoch is the finished run, an earlier one a snapshot of it', () => {
  expect(keyOf({ of: 'a', epoch: 20 }, epochs)).toBe('a');
  expect(keyOf({ of: 'a', epoch: 4 }, epochs)).toBe('a@4');
});

test('codes are those of all walks, and last that of the place on the chosen one', () => {
  const codes = looksCodes(checkpoint, { seed: 0, walk: 1, at: 1 });
  expect(codes).toHaveLength(2 * (numWalks * numSteps + 1));
  const endOfSecond = 2 * (2 * numSteps - 1);
  expect(codes.slice(-2)).toEqual(codes.slice(endOfSecond, endOfSecond + 2));
  expect(looksCodes(checkpoint, { seed: 1, walk: 1, at: 1 })).not.toEqual(codes);
});
