/** The words of the pages: no number that was measured is typed, and every thing has one name (design.md, Words). */
import { describe, expect, it } from 'vitest';
import { pages, proseOf } from './support/pages.ts';

/** Decimals that are settings, not results: the noise levels. The rest of the settings stand in formulas or code. */
const settings = new Set(['0.1', '0.3', '0.5', '0.7']);

const decimal = /\d+\.\d+|\d+(?= ?(?:%|per ?cent))/g;

/** Typed measurements in a text, with the words before them. */
function typedMeasurements(text: string): string[] {
  return Array.from(text.matchAll(decimal))
    .filter(([number]) => !settings.has(number))
    .map(({ 0: number, index }) => text.slice(Math.max(0, index - 30), index) + number);
}

/** Names that the book does not use, each with the one that it does. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bdecod(?:er|ers|e|es|ed|ing)\b/gi, 'generator'],
  [/\bstyle\b/gi, 'content'],
  [/\blabel (?:vector|embedding)s?\b/gi, 'class code'],
  [/\blatents?\b(?! Optimization)/gi, 'code'],
  [/\bmorph\w*/gi, 'interpolation'],
  [/\bconvert\w*/gi, 'transfer'],
  [/\bencod(?:e|es|ed|ing)\b/gi, 'projection'],
  [/\biterations?\b/gi, 'step or epoch'],
  [/\b(?:leverag|delv|showcas)\w*|\b(?:seamless|powerful|cutting-edge|state-of-the-art)\b/gi, 'a plain word'],
  [/\bin this (?:chapter|section|page),? we\b/gi, 'the matter itself'],
];

const forbiddenWords = (text: string): string[] =>
  forbidden.flatMap(([pattern, instead]) =>
    (text.match(pattern) ?? []).map((word) => `"${word}": say ${instead}`),
  );

describe('The scan', () => {
  it('finds a typed measurement in prose, and passes settings, formulas, code and attributes', () => {
    expect(typedMeasurements(proseOf('the loss falls to 0.052 here'))).toEqual(['the loss falls to 0.052']);
    expect(typedMeasurements(proseOf('it reads 97 % of them and 3 percent'))).toHaveLength(2);
    const allowed = 'at σ 0.3, with $N(0, 0.05^2)$ and `1.5`, <Measured digits={0.2} /> [x](#a=sigma:0.25)';
    expect(typedMeasurements(proseOf(allowed))).toEqual([]);
  });

  it('finds names that the book does not use', () => {
    expect(forbiddenWords('The decoder morphs the style.')).toHaveLength(3);
    expect(forbiddenWords('There is no encoder in Generative Latent Optimization.')).toEqual([]);
  });
});

describe.each(pages)('The prose of $path', ({ source }) => {
  it('types no measurement: numbers come through <Measured>', () => {
    expect(typedMeasurements(proseOf(source))).toEqual([]);
  });

  it('calls everything by its one name', () => {
    expect(forbiddenWords(proseOf(source))).toEqual([]);
  });

  it('has what belongs in a sentence there, not in a paragraph of its own', () => {
    expect(source.match(/^\s*<(?:Claim|Measured|Seeds|Cite|MarginNote)\b.*/gm) ?? []).toEqual([]);
  });
});
