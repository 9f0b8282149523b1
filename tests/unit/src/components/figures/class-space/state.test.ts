import { expect, test } from 'vitest';
import {
  amountsOf,
  classSpaceCodes,
  classSpaceFields,
  numPictures,
  numSteps,
  pictureAt,
  sharesOf,
} from '../../../../../../src/components/figures/class-space/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import type { CodeSource } from '../../../../../../src/networks/generator/codes.ts';
import { facts } from '../facts.ts';

test('the class space’s whole state goes through a link', () => {
  const fields = classSpaceFields(facts);
  const text = 'recipe:lord,sigma:1,image:12,classes:1.7.9,operation:arithmetic,weights:0.100.30';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});

test('shares are what weights are of their sum, and even where there is none', () => {
  expect(sharesOf([10, 30, 60])).toEqual([0.1, 0.3, 0.6]);
  expect(sharesOf([0, 0])).toEqual([0.5, 0.5]);
});

test('every picture but the arithmetic is made of shares of the three classes', () => {
  const amounts = amountsOf({ weights: [1, 2, 1] });
  expect(amounts.length).toBe(numPictures);
  for (const shares of amounts) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(amounts[pictureAt.arithmetic]).toEqual([1, -1, 1]);
});

test('class codes are added up as the amounts say, under one content', () => {
  const source = {
    manifest: { model: { classDim: 2, contentDim: 1 } },
    contentCodes: Float32Array.from([5, 6]),
    classCodes: Float32Array.from([1, 0, 0, 1, 4, 4]),
  } as unknown as CodeSource;
  const batch = classSpaceCodes(source, { image: 1, classes: [2, 0, 1], weights: [50, 25, 25] });
  const classCode = (picture: number) => [...batch.classCodes.subarray(2 * picture, 2 * picture + 2)];
  expect(batch.count).toBe(numPictures);
  expect(new Set(batch.contentCodes)).toEqual(new Set([6]));
  expect(classCode(0)).toEqual([4, 4]);
  expect(classCode(numSteps - 1)).toEqual([1, 0]);
  expect(classCode(pictureAt.mixture)).toEqual([2.25, 2.25]);
  expect(classCode(pictureAt.arithmetic)).toEqual([3, 5]);
});
