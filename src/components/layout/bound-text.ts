/** Keeps a symbol and its value on one line, and a number and its sign: "σ = 0.3", "σ 0.3", "97.4 %" break nowhere. Pure. */

/** A space of a text's source: no space that binds already. */
const space = String.raw`[ \t\n]+`;
const value = String.raw`[−-]?\d`;

const symbolAndValue = new RegExp(`([σλδμ])${space}(?:([=<>≤≥])${space})?(?=${value})`, 'g');
const restOfSymbol = new RegExp(`^${space}([=<>≤≥])${space}(?=${value})`);

const bound = '\u00a0';

export const boundText = (text: string): string =>
  text.replace(symbolAndValue, (_, symbol: string, sign: string | undefined) =>
    sign === undefined ? `${symbol}${bound}` : `${symbol}${bound}${sign}${bound}`,
  );

/** The text behind a symbol that is an element of its own. */
export const boundAfterSymbol = (text: string): string =>
  text.replace(restOfSymbol, (_, sign: string) => `${bound}${sign}${bound}`);

/** Every percentage is written by this, with its number formatted: "97.4 %", "(97.4 ± 0.3) %". */
export const inPercent = (number: number | string): string => `${number}${bound}%`;

export const isSymbol = (text: string): boolean => /^[σλδμ]$/.test(text);
