import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../../../src/components/build/metrics.ts';
import { formatSpread, readSpread, seedsInWords } from '../../../../../src/components/mdx/measured.ts';
import { inventedMetrics } from '../../../../support/invented-metrics.ts';

const metrics = inventedMetrics();

describe('A measured number', () => {
  it('is the mean over the seeds of its setting', () => {
    const read = readSpread({ setting: 'glo-mnist-lord-sigma0.3', metric: 'reconstruction.l1' }, metrics);
    expect(read).toMatchObject({ mean: 0.2, sd: 0.01 });
  });

  it('can be a mark of the data set, which has no spread', () => {
    expect(readSpread({ reference: 'baseline.class-only.loss' }, metrics)).toEqual({ mean: 0.159, sd: null });
  });

  it('has its spread only where it is asked for and there are several seeds', () => {
    const measured = { mean: 0.907, sd: 0.0031 };
    expect(formatSpread(measured, {})).toBe('0.907');
    expect(formatSpread(measured, { spread: true })).toBe('0.907 ± 0.003');
    expect(formatSpread(measured, { spread: true, percent: true })).toBe('(90.7 ± 0.3)\u00a0%');
    expect(formatSpread({ mean: 0.907, sd: null }, { spread: true })).toBe('0.907');
    expect(formatSpread({ ...measured, foldSd: 0.02 }, { spread: 'folds' })).toBe('0.907 ± 0.020');
    expect(() => formatSpread(measured, { spread: 'folds' })).toThrow('no mean over folds');
  });
});

describe('The number of seeds', () => {
  it('is written as a word, and one seed is one', () => {
    expect(seedsInWords(settingsOf({ group: 'sigma' }, metrics))).toBe('three seeds');
    expect(seedsInWords(settingsOf({ group: 'losses' }, metrics))).toBe('one seed');
  });

  it('fails where settings differ in it', () => {
    expect(() => seedsInWords(settingsOf({}, metrics))).toThrow(
      /differ in how many seeds.*glo-mnist-lord-losses1 1/,
    );
  });
});
