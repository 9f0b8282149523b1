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

/** The network of GLO is no decoder, and nothing encodes there: a page that defines the decoder speaks of models that have one. */
const ofEncoders: readonly (readonly [RegExp, string])[] = [
  [/\bdecod(?:er|ers|e|es|ed|ing)\b/gi, 'generator'],
  [/\bencod(?:e|es|ed|ing)\b/gi, 'projection'],
];

/** Names that the book does not use, each with the one that it does. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bstyle\b/gi, 'content'],
  [/\blabel (?:vector|embedding)s?\b/gi, 'class code'],
  [/\blatents?\b(?! Optimization)/gi, 'code'],
  [/\bmorph\w*/gi, 'interpolation'],
  [/\bconvert\w*/gi, 'transfer'],
  [/\biterations?\b/gi, 'step or epoch'],
  // cspell:ignore leverag delv showcas
  [/\b(?:leverag|delv|showcas)\w*|\b(?:seamless|powerful|cutting-edge|state-of-the-art)\b/gi, 'a plain word'],
  [/\bin this (?:chapter|section|page),? we\b/gi, 'the matter itself'],
];

/** Words of our own, each with the field's term, which stands beside it where a page has it first. */
const coined: readonly (readonly [RegExp, string])[] = [
  [/\bjudge\b/i, 'classifier'],
  [/\b(?:class obeyed|obey(?:s|ed)?)\b/i, 'swap accuracy'],
  [/\bink\b/i, 'intensity'],
];

/** About a sentence and its neighbours. */
const beside = 200;

const withoutItsTerm = (text: string): string[] =>
  coined.flatMap(([word, term]) => {
    const { 0: first = '', index = 0 } = word.exec(text) ?? {};
    const around = text.slice(Math.max(index - beside, 0), index + first.length + beside);
    return first === '' || around.toLowerCase().includes(term) ? [] : [`"${first}": say "${term}" beside it`];
  });

const forbiddenWords = (text: string, defined: readonly string[] = []): string[] =>
  [...forbidden, ...(defined.includes('decoder') ? [] : ofEncoders)].flatMap(([pattern, instead]) =>
    (text.match(pattern) ?? [])
      .filter((word) => !defined.includes(word.toLowerCase()))
      .map((word) => `"${word}": say ${instead}`),
  );

/** Terms that a page gives a meaning of its own. */
const definedTerms = (source: string): string[] =>
  Array.from(source.matchAll(/<Definition term="([^"]+)"/g), ([, term]) => term);

/** What is said of every model, outside a claim: such a sentence is only as true as the next model lets it be. */
const unboundedSentences = (source: string): string[] =>
  proseOf(source.replace(/<Claim\b.*?<\/Claim>/gs, ' '))
    .replace(/\s+/g, ' ')
    .match(/\b(?:all|every|each|no)(?: (?!the generator)[\w’-]+){0,3} (?:models?|checkpoints?)\b[^.]*/gi) ??
  [];

/** Each symbol's one meaning, in the words that a section with the symbol has. */
const meanings: readonly (readonly [symbol: RegExp, meaning: RegExp])[] = [
  [/λ|\\lambda\b/, /\bauxiliary classifier|\bprincipal component/i],
  [/μ|\\mu\b/, /\bstyle\b|\bposterior|\bencoder\b/],
  [/δ|\\delta\b/, /content decay|mean squared norm of the content codes/i],
];

const sectionsOf = (source: string): string[] => source.split(/^## /m);

/** Symbols that stand where nothing says what they mean, or with the weighed term of the other. */
const strangeSymbols = (source: string): string[] =>
  sectionsOf(source).flatMap((section) => [
    ...meanings.filter(([symbol, meaning]) => symbol.test(section) && !meaning.test(section)).map(String),
    ...(section.match(/\\lambda\\?,?\s*\\lVert[^$]*|\\delta\s*\\log[^$]*/g) ?? []),
  ]);

describe('The scan', () => {
  it('finds a typed measurement in prose, and passes settings, formulas, code and attributes', () => {
    expect(typedMeasurements(proseOf('the loss falls to 0.052 here'))).toEqual(['the loss falls to 0.052']);
    expect(typedMeasurements(proseOf('it reads 97 % of them and 3 percent'))).toHaveLength(2);
    const allowed = 'at σ 0.3, with $N(0, 0.05^2)$ and `1.5`, <Measured digits={0.2} /> [x](#a=sigma:0.25)';
    expect(typedMeasurements(proseOf(allowed))).toEqual([]);
  });

  it('finds what is said of every model without a claim', () => {
    const said = 'All models on these pages lack decay. <Claim id="x">Every model has codes.</Claim>';
    expect(unboundedSentences(said)).toEqual(['All models on these pages lack decay']);
    expect(unboundedSentences('All ten digits lean. The model draws every image.')).toEqual([]);
  });

  it('finds a symbol that means something else', () => {
    expect(strangeSymbols('## A\nThe decay $\\lambda$ is off.')).toHaveLength(1);
    expect(strangeSymbols(String.raw`An auxiliary classifier. $\lambda\,\lVert c_i\rVert^2$`)).toHaveLength(
      1,
    );
    expect(strangeSymbols('The auxiliary classifier counts λ.')).toEqual([]);
  });

  it('finds a word of our own without its term, at its first use alone', () => {
    expect(withoutItsTerm('The judge reads it.')).toEqual(['"judge": say "classifier" beside it']);
    expect(withoutItsTerm('The judge, a classifier, reads ink.')).toEqual([
      '"ink": say "intensity" beside it',
    ]);
    expect(withoutItsTerm(`Class obeyed (swap accuracy). ${' '.repeat(beside)} It obeys.`)).toEqual([]);
  });

  it('finds names that the book does not use', () => {
    expect(forbiddenWords('The decoder morphs the style.')).toHaveLength(3);
    expect(forbiddenWords('Style is a Gram matrix.', definedTerms('<Definition term="style">'))).toEqual([]);
    expect(
      forbiddenWords('It decodes what is encoded.', definedTerms('<Definition term="decoder">')),
    ).toEqual([]);
    expect(forbiddenWords('There is no encoder in Generative Latent Optimization.')).toEqual([]);
  });
});

describe.each(pages)('The prose of $path', ({ source }) => {
  it('types no measurement: numbers come through <Measured>', () => {
    expect(typedMeasurements(proseOf(source))).toEqual([]);
  });

  it('says nothing of every model but in a claim, which has a test', () => {
    expect(unboundedSentences(source)).toEqual([]);
  });

  it('gives each symbol one meaning', () => {
    expect(strangeSymbols(source)).toEqual([]);
  });

  it('calls everything by its one name', () => {
    expect(forbiddenWords(proseOf(source), definedTerms(source))).toEqual([]);
  });

  it('says the term of the field beside a word of our own, where it comes first', () => {
    expect(withoutItsTerm(proseOf(source).replace(/\s+/g, ' '))).toEqual([]);
  });

  it('has what belongs in a sentence there, not in a paragraph of its own', () => {
    expect(source.match(/^\s*<(?:Claim|Measured|Seeds|Cite|MarginNote)\b.*/gm) ?? []).toEqual([]);
  });
});
