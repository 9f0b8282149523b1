import { describe, expect, test } from 'vitest';
import {
  agreedStretch,
  agreementText,
  directionCodes,
  directionsFields,
  farthest,
  numSteps,
  signed,
  stepsOf,
} from '../../../../../../src/components/figures/directions/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import type { CodeSource } from '../../../../../../src/networks/generator/codes.ts';
import { facts } from '../facts.ts';

const fields = directionsFields({ ...facts });

test('the directions’ whole state goes through a link', () => {
  const text = 'recipe:lord,sigma:1,image:12,digit:9,along:ink,slant:-1.25,ink:0,width:6';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});

test('the row runs along one direction, and keeps what the others are set to', () => {
  const steps = stepsOf({
    places: new Float32Array(2),
    directions: Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]),
    fits: Float32Array.from([0.5, 2, 0.5, 3, 0.5, 4]), // standard deviations 2, 3 and 4
  });
  const source = {
    manifest: { model: { classDim: 1, contentDim: 3 } },
    contentCodes: Float32Array.from([10, 20, 30]),
    classCodes: Float32Array.from([0, 1, 2, 3, 4]),
  } as unknown as CodeSource;
  const batch = directionCodes(source, {
    image: 0,
    digit: 4,
    along: 'slant',
    slant: 1,
    ink: -1,
    width: 0,
    steps,
  });
  const content = (row: number) => [...batch.contentCodes.subarray(3 * row, 3 * row + 3)];
  expect(batch.count).toBe(numSteps + 1);
  expect(content(0)).toEqual([10 - 2 * farthest, 17, 30]);
  expect(content(farthest)).toEqual([10, 17, 30]);
  expect(content(numSteps)).toEqual([12, 17, 30]);
  expect(new Set(batch.classCodes)).toEqual(new Set([4]));
});

describe('how far the judge agrees', () => {
  const read = (text: string) => Array.from(text, (digit) => ({ digit: Number(digit) }));

  test('is a stretch about the middle; what lies beyond the first other reading does not count', () => {
    expect(agreedStretch(read('4477444444944'), 4)).toEqual({ from: -2, to: 3 });
    expect(agreementText(read('4477444444944'), 4)).toBe(
      'The judge reads a 4 from −2 to +3, and another digit at the next step to the left of −2 and to the right of +3.',
    );
    expect(agreementText(read('7744444444444'), 4)).toBe(
      'The judge reads a 4 from −4 to +6, and another digit at the next step to the left of −4.',
    );
  });

  test('is said where it has no end, and where it has no beginning', () => {
    expect(agreementText(read('4444444444444'), 4)).toBe('The judge reads a 4 all the way.');
    expect(agreementText(read('4444449444444'), 4)).toBe(
      'The judge reads another digit than 4 even in the middle.',
    );
  });
});

test('amounts have their sign', () => {
  expect([-1.5, 0, 2].map(signed)).toEqual(['−1.5', '0', '+2']);
});
