import { expect, test } from 'vitest';
import { cellAfterKey } from '../../../../../src/components/controls/grid-focus.ts';

const size = { rows: 10, columns: 10 };
const press = (cell: number, key: string, ctrlKey = false) => cellAfterKey(cell, { key, ctrlKey }, size);

test('arrows move by one cell', () => {
  expect(press(44, 'ArrowLeft')).toBe(43);
  expect(press(44, 'ArrowRight')).toBe(45);
  expect(press(44, 'ArrowUp')).toBe(34);
  expect(press(44, 'ArrowDown')).toBe(54);
});

test('the edges hold', () => {
  expect(press(40, 'ArrowLeft')).toBe(40);
  expect(press(49, 'ArrowRight')).toBe(49);
  expect(press(4, 'ArrowUp')).toBe(4);
  expect(press(94, 'ArrowDown')).toBe(94);
});

test('Home and End go to the ends of the row, with Ctrl to the ends of the grid', () => {
  expect(press(44, 'Home')).toBe(40);
  expect(press(44, 'End')).toBe(49);
  expect(press(44, 'Home', true)).toBe(0);
  expect(press(44, 'End', true)).toBe(99);
});

test('other keys are left to the page', () => {
  expect(press(44, 'Tab')).toBeUndefined();
  expect(press(44, 'a')).toBeUndefined();
});
