/** What the chart of all settings is told at build time: every setting of the chapter with its metrics. For .astro files, not for islands. */
import { toSixDigits } from '../../../contract/statistics.ts';
import { metricOf, readMetrics, type Metrics, type Setting } from '../../build/metrics.ts';
import { isAim, meetsAim } from '../beyond/aims.ts';
import { guidedRows, variantRows } from '../beyond/guided-rows.ts';
import { styledRows } from '../beyond/styled-rows.ts';
import { whiteningRows } from '../beyond/whitening-rows.ts';
import { columnNames, type ColumnName } from './columns.ts';
import type { Part, SettingRow, Value } from './rows.ts';

/** A setting that belongs to several parts is one row; σ rises, and within it the order is that of the parts. */
export function settingRows(metrics: Metrics = readMetrics()): readonly SettingRow[] {
  const rows = new Map<string, SettingRow>();
  const sections: readonly (readonly [Part, readonly { says: string; setting: Setting }[]])[] = [
    ['guided', guidedRows(metrics)],
    ['variants', variantRows(metrics)],
    ['whitened', whiteningRows(metrics)],
    ['styled', styledRows(metrics)],
  ];
  for (const [part, section] of sections) {
    for (const { says, setting } of section) {
      const known = rows.get(setting.id);
      rows.set(setting.id, {
        id: setting.id,
        sigma: setting.training.contentNoiseStd,
        says: known?.says ?? says,
        parts: [...(known?.parts ?? ['all']), part],
        values: valuesOf(setting, metrics),
      });
    }
  }
  return [...rows.values()].toSorted((a, b) => a.sigma - b.sigma);
}

function valuesOf(setting: Setting, metrics: Metrics): Record<ColumnName, Value> {
  const entries = columnNames.map((name) => {
    const { mean, sd } = metricOf(setting, name);
    const meets = isAim(name) && meetsAim(setting, name, metrics);
    return [name, { mean: toSixDigits(mean), sd: sd && toSixDigits(sd), meetsAim: meets }] as const;
  });
  return Object.fromEntries(entries) as Record<ColumnName, Value>;
}
