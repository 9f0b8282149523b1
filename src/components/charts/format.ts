/** Numbers of a chart in words: cells of its table, ticks of its axes. */
import { inPercent } from '../layout/bound-text.ts';
import type { ValueAxis, ValueFormat } from './types.ts';

/** `0.907 ± 0.003`, `90.7 ± 0.3 %`: three digits behind the point, or one of a percentage. */
export function formatValue(
  value: number,
  sd: number | null | undefined,
  { percent = false, digits = percent ? 1 : 3 }: ValueFormat,
): string {
  const write = (each: number): string => minus((percent ? 100 * each : each).toFixed(digits));
  const spread = sd === null || sd === undefined ? '' : ` ± ${write(sd)}`;
  const text = write(value) + spread;
  return percent ? inPercent(text) : text;
}

/** As few digits as all ticks need. A percentage has its sign at the uppermost tick only. */
export function formatTicks(ticks: readonly number[], { percent = false }: ValueFormat): readonly string[] {
  const values = ticks.map((tick) => (percent ? 100 * tick : tick));
  const digits =
    [0, 1, 2, 3, 4].find((n) => values.every((v) => Math.abs(Number(v.toFixed(n)) - v) < 1e-9)) ?? 5;
  const last = values.length - 1;
  const texts = values.map((value) => minus(value.toFixed(digits)));
  return percent ? texts.map((text, i) => (i === last ? inPercent(text) : text)) : texts;
}

/** A value of x: `0.3`, `1,000`, `1e−20`. */
export function formatX(value: number): string {
  const small = value !== 0 && Math.abs(value) < 1e-3;
  return minus(small ? value.toExponential() : value.toLocaleString('en', { maximumFractionDigits: 6 }));
}

const minus = (text: string): string => text.replace('-', '−');

export const axisTitle = ({ label, unit }: Pick<ValueAxis, 'label' | 'unit'>): string =>
  unit === undefined ? label : `${label}, ${unit}`;

/** About how wide a text is in the sans of 12.5 pixels. Narrow letters are counted as such, so that ticks fit. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (/[\s.,:;il]/.test(letter) ? 3.6 : /[A-ZmwMW%±→]/.test(letter) ? 8.2 : 6.3),
    0,
  );
