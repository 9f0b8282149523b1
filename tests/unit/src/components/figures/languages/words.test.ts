import { describe, expect, it } from 'vitest';
import { german } from '../../../../../../src/components/figures/languages/de.ts';
import { createTranslate } from '../../../../../../src/components/figures/languages/words.ts';

const translate = createTranslate({
  name: 'Deutsch',
  same: ['MNIST'],
  words: {
    class: 'Klasse',
    'a {}': 'eine {}',
    'image {}': 'Bild {}',
    '{}, image {}': '{}, Bild {}',
    'Live: {}, drawn by {}.': 'Live: {}, gezeichnet von {}.',
    'costs {}': 'kostet $1 {}',
    'right in {}\u00a0%': 'richtig in {}\u00a0%',
    '{}, {}': '{}, {}',
    'line {}: {=}': 'Zeile {}: {=}',
  },
});

describe('a language', () => {
  it('has a word for a text, whatever spaces are around it, and keeps these', () => {
    expect(translate('class')).toBe('Klasse');
    expect(translate('\n  class ')).toBe('\n  Klasse ');
  });

  it('leaves numbers, signs and names as they are', () => {
    for (const text of ['0.3', 'σ', '±', '', 'MNIST']) expect(translate(text)).toBe(text);
  });

  it('translates what fills a pattern, too, and takes the pattern that says most', () => {
    expect(translate('image 12')).toBe('Bild 12');
    expect(translate('a 7, image 12')).toBe('eine 7, Bild 12');
    expect(translate('Live: MNIST, drawn by class.')).toBe('Live: MNIST, gezeichnet von Klasse.');
    expect(translate('costs 5')).toBe('kostet $1 5');
    expect(translate('right in 98\u00a0%')).toBe('richtig in 98\u00a0%');
    expect(translate('MNIST, class, a 7')).toBe('MNIST, Klasse, eine 7');
    expect(translate('line 3: loss.backward()')).toBe('Zeile 3: loss.backward()');
  });

  it('has none for what is not in its file, in a pattern or alone', () => {
    for (const text of ['toString', 'a thing', 'Live: something, drawn by class.'])
      expect(translate(text)).toBeUndefined();
  });
});

it('has as many gaps in German as in English', () => {
  const gaps = (text: string): string => (text.match(/\{=?\}/g) ?? []).join();
  for (const [text, other] of Object.entries(german.words)) expect(gaps(other), text).toBe(gaps(text));
});

it('is found by what it says: no text stands twice, and none has spaces too many', () => {
  for (const text of [...Object.keys(german.words), ...german.same])
    expect(text.replace(/[^\S\u00a0]+/g, ' ').trim(), text).toBe(text);
  for (const text of german.same) expect(Object.hasOwn(german.words, text), text).toBe(false);
});
