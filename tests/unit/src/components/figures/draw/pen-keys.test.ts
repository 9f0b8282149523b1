import { expect, it } from 'vitest';
import {
  afterKey,
  penStart,
  penText,
  type Pen,
} from '../../../../../../src/components/figures/draw/pen-keys.ts';

const press = (pen: Pen, ...keys: string[]): Pen => keys.reduce((at, key) => afterKey(at, key) ?? at, pen);

it('moves a pixel with an arrow key, up or down', () => {
  expect(penText(penStart)).toBe('Pen up, row 6, column 15');
  expect(penText(press(penStart, 'ArrowRight', 'ArrowDown', 'ArrowDown', ' '))).toBe(
    'Pen down, row 8, column 16',
  );
  expect(penText(press(penStart, ' ', 'ArrowLeft', 'ArrowUp', 'Enter'))).toBe('Pen up, row 5, column 14');
});

it('stays on the paper', () => {
  const far = Array.from({ length: 40 }, () => ['ArrowLeft', 'ArrowUp']).flat();
  expect(penText(press(penStart, ...far))).toBe('Pen up, row 1, column 1');
});

it('leaves other keys to the page', () => {
  expect(afterKey(penStart, 'Tab')).toBeUndefined();
});
