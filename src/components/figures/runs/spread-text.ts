/** A measured number for a table of all metrics: four significant digits, with its spread where there is one. Pure. */
import type { Spread } from '../../../contract/metrics.ts';

export const spreadText = ({ mean, sd }: Pick<Spread, 'mean' | 'sd'>): string =>
  sd === null ? numberText(mean, 4) : `${numberText(mean, 4)} ± ${numberText(sd, 2)}`;

const numberText = (value: number, digits: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: digits }).replace('-', '−');
