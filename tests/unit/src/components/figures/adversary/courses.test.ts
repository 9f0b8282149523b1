import { expect, test } from 'vitest';
import { coursesFields, placesOn } from '../../../../../../src/components/figures/adversary/courses.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

test('courses are laid over thousands of steps, or over what these cost', () => {
  const course = { inception: [2, 3], epochArithmetic: 5e11 };
  expect(placesOn('steps', course, 250)).toEqual([0.25, 0.5]);
  expect(placesOn('work', course, 250)).toEqual([0.5, 1]);
});

test('the whole state goes through a link', () => {
  const text = 'compare:label-noise,axis:work';
  expect(formatState(coursesFields, parseState(coursesFields, text))).toBe(text);
});
