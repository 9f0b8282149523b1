import { describe, expect, it } from 'vitest';
import { valueAtPlace } from '../../../../../src/components/controls/range-value.ts';

describe('the value at a place of a slider', () => {
  const steps = { min: 0, max: 1, step: 0.05 };

  it('is an end where the thumb stands at it, and beyond', () => {
    expect(valueAtPlace(8 / 216, 216, steps)).toBe(0);
    expect(valueAtPlace(208 / 216, 216, steps)).toBe(1);
    expect([-3, 4].map((left) => valueAtPlace(left, 216, steps))).toEqual([0, 1]);
  });

  it('is the nearest step, as written', () => {
    expect(valueAtPlace(0.5, 216, steps)).toBe(0.5);
    expect(valueAtPlace((8 + 0.31 * 200) / 216, 216, steps)).toBe(0.3);
    expect(valueAtPlace((8 + 0.17 * 200) / 216, 216, steps)).toBe(0.15);
  });

  it('counts steps from the least value and never passes the greatest', () => {
    expect(valueAtPlace(1, 216, { min: 1, max: 50, step: 1 })).toBe(50);
    expect(valueAtPlace(1, 216, { min: 0, max: 1, step: 0.3 })).toBe(0.9);
    expect(valueAtPlace(0.5, 0, { min: 2, max: 4, step: 1 })).toBe(2);
  });
});
