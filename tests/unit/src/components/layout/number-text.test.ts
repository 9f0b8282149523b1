import { expect, test } from 'vitest';
import { formatNumber, formatWithSpread } from '../../../../../src/components/layout/number-text.ts';

test('a number has as many digits as asked for, or is a percentage', () => {
  expect(formatNumber(0.04712, {})).toBe('0.047');
  expect(formatNumber(0.04712, { digits: 4 })).toBe('0.0471');
  expect(formatNumber(-0.00001, {})).toBe('0.000');
  expect(formatNumber(-0.012, {})).toBe('−0.012');
  expect(formatNumber(0.9071, { percent: true })).toBe('90.7\u00a0%');
  expect(formatNumber(0.9071, { percent: true, digits: 0 })).toBe('91\u00a0%');
});

test('a mean has its spread behind it where there is one', () => {
  expect(formatWithSpread(0.9071, 0.0031, {})).toBe('0.907 ± 0.003');
  expect(formatWithSpread(0.9071, null, { digits: 2 })).toBe('0.91');
  expect(formatWithSpread(0.9071, 0.0031, { percent: true })).toBe('(90.7 ± 0.3)\u00a0%');
});
