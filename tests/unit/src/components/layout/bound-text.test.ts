import { describe, expect, it } from 'vitest';
import {
  boundAfterSymbol,
  boundText,
  inPercent,
  isSymbol,
} from '../../../../../src/components/layout/bound-text.ts';

/** With a visible sign for the space that binds. */
const bound = (text: string): string => boundText(text).replaceAll('\u00a0', '_');

describe('A symbol and its value', () => {
  it.each([
    ['at σ = 0.3 and λ = 0.02.', 'at σ_=_0.3 and λ_=_0.02.'],
    ['trained with σ =\n1', 'trained with σ_=_1'],
    ['λ = 0.02, μ = 0.05, 40 dimensions', 'λ_=_0.02, μ_=_0.05, 40 dimensions'],
    ['preset lord, σ 0.7, drawn', 'preset lord, σ_0.7, drawn'],
    ['σ ≤ 0.5, σ = −1', 'σ_≤_0.5, σ_=_−1'],
  ])('stay together in "%s"', (text, expected) => expect(bound(text)).toBe(expected));

  it.each(['σ is learned', 'up to σ and 3 more', 'a = 2', 'σ / rms(c)'])('leave "%s" as it is', (text) =>
    expect(boundText(text)).toBe(text),
  );

  it('stay together where the symbol is an element of its own', () => {
    expect(isSymbol('σ')).toBe(true);
    expect(isSymbol('σ²')).toBe(false);
    expect(boundAfterSymbol(' = 0.3 here')).toBe('\u00a0=\u00a00.3 here');
    expect(boundAfterSymbol(' is 0.3')).toBe(' is 0.3');
  });
});

it('a percentage and its sign stay together', () => {
  expect(inPercent('97.4')).toBe('97.4\u00a0%');
});
