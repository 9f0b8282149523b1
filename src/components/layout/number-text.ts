/** A measured number as a reader sees it, alone or with its spread: in prose, tables, charts and figures alike. Pure. */
import { inPercent } from './bound-text.ts';

export interface NumberFormat {
  /** Digits behind the point: three, or one of a percentage, where it is left out. */
  readonly digits?: number;
  /** As a share of a hundred, with its sign. */
  readonly percent?: boolean;
}

export const minus = (text: string): string => text.replace('-', '−');

/** "0.907", "90.7 %". */
export const formatNumber = (value: number, format: NumberFormat): string =>
  signed(digitsOf(value, format), format);

/** "0.907 ± 0.003", "(90.7 ± 0.3) %". @param sd null where there is one value alone. */
export function formatWithSpread(mean: number, sd: number | null, format: NumberFormat): string {
  if (sd === null) return formatNumber(mean, format);
  const text = [mean, sd].map((each) => digitsOf(each, format)).join(' ± ');
  return signed(format.percent ? `(${text})` : text, format);
}

const digitsOf = (value: number, { percent = false, digits = percent ? 1 : 3 }: NumberFormat): string =>
  minus((percent ? 100 * value : value).toFixed(digits).replace(/^-(?=[0.]+$)/, '')); // what rounds to nothing has no sign

const signed = (digits: string, { percent = false }: NumberFormat): string =>
  percent ? inPercent(digits) : digits;
