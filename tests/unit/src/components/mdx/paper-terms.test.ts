/** The terms of the objective and the lines of the trainer that compute them: an edit of the source is noticed. */
import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { paperFiles, paperFormulas, paperTerms } from '../../../../../src/components/mdx/paper-terms.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('A term of the objective', () => {
  it('has its lines in the trainer, each once', () => {
    const lines = paperFiles(read).flatMap(({ lines }) => lines);
    for (const [id, term] of Object.entries(paperTerms)) {
      const found = lines.filter((line) => line.id === id);
      expect(found.length, id).toBe(term.lines.length);
      for (const { code } of found)
        expect(
          term.lines.some((start) => code.startsWith(start)),
          code,
        ).toBe(true);
    }
  });

  it('stands in one formula, once', () => {
    const used = paperFormulas.flat().filter((part) => typeof part === 'string');
    expect(used.toSorted()).toEqual(Object.keys(paperTerms).toSorted());
  });

  it('can be set', () => {
    for (const part of paperFormulas.flat()) {
      const { tex } = typeof part === 'string' ? paperTerms[part] : part;
      expect(() => katex.renderToString(tex), tex).not.toThrow();
    }
  });
});

describe('The lines of a file', () => {
  it('are as they stand there, under their numbers, in order', () => {
    for (const { path, lines } of paperFiles(read)) {
      const source = read(path).split('\n');
      expect(lines.map(({ code }) => code)).toEqual(lines.map(({ number }) => source[number - 1].trim()));
      const numbers = lines.map(({ number }) => number);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  });

  it('stop the build when one was edited, and say which term it computes', () => {
    const edited = (path: string): string =>
      read(path).replace('squaredNorm += ', 'squaredNorm = squaredNorm + ');
    expect(() => paperFiles(edited)).toThrow(
      'training/methods/glo/train-step.ts should have one line that begins with "squaredNorm +=", and it has none. ' +
        'It computes the squared norm of the content code: name it anew in src/components/mdx/paper-terms.ts.',
    );
  });

  it('stop it when one is there twice, too', () => {
    const doubled = (path: string): string => `${read(path)}\nabsolute += 1;`;
    expect(() => paperFiles(doubled)).toThrow(
      'training/methods/glo/loss.ts should have one line that begins with "absolute +=", and it has 2.',
    );
  });
});
