import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../../../src/components/build/manifests.ts';
import { formatNumber, readMetric, type MetricName } from '../../../../../src/components/mdx/measured.ts';

describe('A measured number', () => {
  const [{ id, metrics }] = readManifests();

  it('is the one in the manifest', () => {
    expect(readMetric(id, 'evalL1')).toBe(metrics.evalL1);
  });

  it('that was not measured fails, and the error lists those that were', () => {
    expect(() => readMetric(id, 'beauty' as MetricName)).toThrow(
      `${id} has no metric "beauty"; its metrics: ${Object.keys(metrics).join(', ')}.`,
    );
  });

  it('is written with as many digits as asked for', () => {
    expect(formatNumber(0.04712, {})).toBe('0.047');
    expect(formatNumber(0.04712, { digits: 4 })).toBe('0.0471');
  });
});
