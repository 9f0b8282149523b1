import { expect, test } from 'vitest';
import {
  choice,
  decimal,
  flag,
  formatState,
  parseState,
  wholeNumber,
  wholeNumbers,
  type Fields,
} from '../../../../../../../src/components/figures/shell/state/fields.ts';

interface State {
  readonly preset: 'exercise' | 'lord';
  readonly sigma: number;
  readonly all: boolean;
  readonly cell: number;
  readonly temperature: number;
  readonly picks: readonly number[];
}

const fields: Fields<State> = {
  preset: { ...choice(['exercise', 'lord'], 'lord'), key: 'recipe' },
  sigma: choice([0, 0.1, 0.3, 5], 0.3),
  all: flag(false),
  cell: wholeNumber(100, 74),
  temperature: decimal(2, 1),
  picks: wholeNumbers(2000, [1, 3, 5]),
};

const initial: State = { preset: 'lord', sigma: 0.3, all: false, cell: 74, temperature: 1, picks: [1, 3, 5] };

test('a state reads back as it was written', () => {
  const state: State = {
    preset: 'exercise',
    sigma: 5,
    all: true,
    cell: 0,
    temperature: 1.35,
    picks: [1999, 0, 17],
  };
  const text = formatState(fields, state);
  expect(text).toBe('recipe:exercise,sigma:5,all:yes,cell:0,temperature:1.35,picks:1999.0.17');
  expect(parseState(fields, text)).toEqual(state);
});

test('the empty text is the default of every field', () => {
  expect(parseState(fields, '')).toEqual(initial);
});

test('what a link leaves out is the default', () => {
  expect(parseState(fields, 'sigma:0')).toEqual({ ...initial, sigma: 0 });
});

test.each([
  'recipe:none',
  'sigma:0.2',
  'sigma:',
  'all:true',
  'cell:100',
  'cell:-1',
  'cell:1.5',
  'temperature:3',
  'temperature:1e9',
  'temperature:NaN',
  'unknown:1',
  ':,::,,',
  'picks',
])('"%s" is ignored', (text) => {
  expect(parseState(fields, text)).toEqual(initial);
});

test('a bad field leaves the others standing', () => {
  expect(parseState(fields, 'sigma:nine,cell:12')).toEqual({ ...initial, cell: 12 });
});

test('a bad item of a list leaves the others standing, and the length is the default’s', () => {
  expect(parseState(fields, 'picks:7.x').picks).toEqual([7, 3, 5]);
  expect(parseState(fields, 'picks:7.2000.9.11').picks).toEqual([7, 3, 9]);
});

test('names that every object has are no fields', () => {
  expect(parseState(fields, 'constructor:1,__proto__:2')).toEqual(initial);
});
