/** The slides of the talk: what their source says holds, without a browser. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { transferFields } from '../../src/components/figures/transfer/state.ts';
import { formatState, parseState } from '../../src/components/figures/shell/state/fields.ts';
import { figureOf } from '../../src/components/layout/figures.ts';
import { parsePageHash } from '../../src/components/figures/shell/state/page-hash.ts';
import { figureFacts } from './support/checkpoints.ts';

const source = readFileSync('src/pages/talk.astro', 'utf8');
const all = (pattern: RegExp): string[] => Array.from(source.matchAll(pattern), ([, found]) => found);

describe('The talk', () => {
  it('takes the forty minutes of its title, in the number of slides that its first sentence has', () => {
    const minutes = all(/\bminutes=\{(\d+)\}/g).map(Number);
    expect(minutes.reduce((sum, each) => sum + each)).toBe(40);
    expect(source).toContain('A talk of forty minutes');
    expect(minutes).toHaveLength(14);
    expect(source).toContain('Fourteen slides');
  });

  it('shows figures of the book, each once', () => {
    const ids = all(/\bfigure="([^"]+)"/g);
    expect(new Set(ids).size).toBe(14);
    for (const id of ids) expect(figureOf(id).id).toBe(id);
  });

  it('sets figures to what they can be set to', () => {
    const fields = transferFields(figureFacts());
    for (const state of all(/\bstate="([^"]+)"/g)) {
      const text = parsePageHash(state).get('transfer') ?? '';
      expect(formatState(fields, parseState(fields, text)).split(',')).toEqual(
        expect.arrayContaining(text.split(',')),
      );
    }
  });
});
