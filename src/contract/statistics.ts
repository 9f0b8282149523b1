/** The arithmetic of metrics files: what a mean, a spread and a written number are. */

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample standard deviation (divisor n − 1); NaN for fewer than two values. */
export function sampleSd(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** A number as files hold it: what comes after six significant digits is noise of rounding. */
export const toSixDigits = (value: number): number => Number(value.toPrecision(6));
