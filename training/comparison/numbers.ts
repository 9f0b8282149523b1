/** Numbers of a comparison as text. */
import type { Spread } from '../../src/contract/metrics.ts';

/** Four significant digits, without an exponent where it can be helped. */
export const numberText = (value: number): string => String(Number(value.toPrecision(4)));

/** `0.908 ± 0.004 (3)`: mean, standard deviation, seeds; of one seed the value alone. */
export function spreadText(spread: Spread | undefined): string {
  if (!spread) return '–';
  const { mean, sd, seeds } = spread;
  return sd === null ? numberText(mean) : `${numberText(mean)} ± ${Number(sd.toPrecision(2))} (${seeds})`;
}

export function differenceText(difference: number | undefined): string {
  if (difference === undefined) return '–';
  return `${difference < 0 ? '−' : '+'}${numberText(Math.abs(difference))}`;
}

export const apartText = (isApart: boolean | undefined): string =>
  isApart === undefined ? '' : isApart ? 'apart' : 'within';
