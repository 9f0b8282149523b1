import { describe, expect, it } from 'vitest';
import {
  columnNames,
  type ColumnName,
} from '../../../../../../src/components/figures/settings-chart/columns.ts';
import { settingRows } from '../../../../../../src/components/figures/settings-chart/facts.ts';
import {
  arranged,
  scaleOf,
  writeValue,
  type Part,
  type SettingRow,
} from '../../../../../../src/components/figures/settings-chart/rows.ts';

const row = (
  id: string,
  l1: number,
  swap: number,
  of: Part = 'guided',
  sd: number | null = null,
): SettingRow => {
  const value = (mean: number) => ({ mean, sd, meetsAim: false });
  const values = Object.fromEntries(columnNames.map((name) => [name, value(0)])) as Record<
    ColumnName,
    ReturnType<typeof value>
  >;
  return {
    ...{ id, sigma: 0, says: id, parts: ['all', of] },
    values: { ...values, 'reconstruction.l1': value(l1), 'swap.accuracy': value(swap) },
  };
};
const rows = [row('a', 0.03, 0.9), row('b', 0.02, 0.95, 'whitened'), row('c', 0.04, 0.99)];
const ids = (arrangedRows: readonly SettingRow[]) => arrangedRows.map(({ id }) => id).join('');

describe('the rows of the chart', () => {
  it('are sorted with the best first: least error, most obedience', () => {
    expect(ids(arranged(rows, 'all', 'given'))).toBe('abc');
    expect(ids(arranged(rows, 'all', 'reconstruction.l1'))).toBe('bac');
    expect(ids(arranged(rows, 'all', 'swap.accuracy'))).toBe('cba');
  });

  it('are those of the part, and equals keep their order', () => {
    expect(ids(arranged(rows, 'guided', 'swap.accuracy'))).toBe('ca');
    expect(ids(arranged(rows, 'all', 'sampler.gaussian.frechet'))).toBe('abc');
  });

  it('stand on one scale, whatever is shown, with room for the spread and the better to the right', () => {
    const place = scaleOf([row('a', 0.02, 0), row('b', 0.04, 0, 'guided', 0.01)], 'reconstruction.l1');
    expect([0.05, 0.035, 0.02].map(place)).toEqual([0, 0.5, 1].map((at) => expect.closeTo(at, 9) as number));
    expect(scaleOf(rows, 'probe.mlp.clean')(0)).toBe(0.5);
  });

  it('are written as their headings say', () => {
    expect(writeValue('reconstruction.l1', 0.0305)).toBe('30.5');
    expect(writeValue('factorCorrelation.transfer.ink', 0.8)).toBe('0.80');
  });
});

describe('the settings of the chapter', () => {
  const all = settingRows();

  it('are there once each, in every part that they belong to', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const alone = all.find(({ id }) => id === 'glo-mnist-lord-sigma0');
    expect(alone).toMatchObject({
      says: 'noise alone',
      sigma: 0,
      parts: ['all', 'guided', 'whitened', 'styled'],
    });
    for (const { parts, id } of all) expect(parts.length, id).toBeGreaterThan(1);
  });

  it('rise in σ', () => {
    const sigmas = all.map(({ sigma }) => sigma);
    expect(sigmas).toEqual(sigmas.toSorted((a, b) => a - b));
  });
});
