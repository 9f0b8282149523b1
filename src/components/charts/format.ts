/** Numbers of a chart in words: ticks of its axes, values of x. Those of its table: layout/number-text.ts. */
import { inPercent } from '../layout/bound-text.ts';
import { minus } from '../layout/number-text.ts';
import type { ValueAxis, ValueFormat } from './types.ts';

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

export const axisTitle = ({ label, unit }: Pick<ValueAxis, 'label' | 'unit'>): string =>
  unit === undefined ? label : `${label}, ${unit}`;

/** About how wide a text is in the sans of 12.5 pixels. Narrow letters are counted as such, so that ticks fit. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (/[\s.,:;il]/.test(letter) ? 3.6 : /[A-ZmwMW%±→]/.test(letter) ? 8.2 : 6.3),
    0,
  );
