/** Rows of the chart of all settings, and how a reader arranges them: which part, in which order, and where a value stands in its column. Pure. */
import { columns, type ColumnName } from './columns.ts';

export const parts = ['all', 'whitened', 'guided', 'variants', 'styled'] as const;
export type Part = (typeof parts)[number];

export interface Value {
  readonly mean: number;
  /** Over seeds; null where there is one. */
  readonly sd: number | null;
  /** Reaches the aim that was set for it. */
  readonly meetsAim: boolean;
}

export interface SettingRow {
  readonly id: string;
  readonly sigma: number;
  /** What it has beside the noise. */
  readonly says: string;
  readonly parts: readonly Part[];
  readonly values: Readonly<Record<ColumnName, Value>>;
}

/** `given`: by σ, then as the text goes through them. */
export type Order = 'given' | ColumnName;

/** Of a part, the best first. Equal values stay in the order in which they came. */
export function arranged(rows: readonly SettingRow[], part: Part, order: Order): readonly SettingRow[] {
  const shown = rows.filter((row) => row.parts.includes(part));
  if (order === 'given') return shown;
  const sign = columns[order].better === 'less' ? 1 : -1;
  return shown.toSorted((a, b) => sign * (a.values[order].mean - b.values[order].mean));
}

export const writeValue = (name: ColumnName, value: number): string =>
  (columns[name].factor * value).toFixed(columns[name].digits);

/** Where a value stands, 0 at the left end of the column, 1 at the right, which is the better one. */
export type Scale = (value: number) => number;

/** From the worst to the best of all rows, spreads included, so that a column's scale does not change with what is shown. */
export function scaleOf(rows: readonly SettingRow[], name: ColumnName): Scale {
  const ends = rows.flatMap(({ values }) => {
    const { mean, sd } = values[name];
    return [mean - (sd ?? 0), mean + (sd ?? 0)];
  });
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const [worst, best] = columns[name].better === 'less' ? [high, low] : [low, high];
  return (value) => (best === worst ? 0.5 : (value - worst) / (best - worst));
}
