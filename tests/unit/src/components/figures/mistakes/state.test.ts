import { describe, expect, it } from 'vitest';
import {
  guessed,
  mistakesFields,
  nextOpen,
  opened,
  outcomeOf,
  scoreOf,
  scoreText,
  verdict,
  type MistakesState,
} from '../../../../../../src/components/figures/mistakes/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const lines = [false, true, false, true].map((isWrong) => ({ isWrong }));
const start = parseState(mistakesFields, '');
const withGuesses = (...guesses: number[]): MistakesState => ({ ...start, guesses });

describe('the game of mistakes', () => {
  it('starts with the first program, nothing guessed and nothing shown', () => {
    expect(start).toEqual({ program: 1, guesses: [0, 0, 0, 0, 0, 0, 0, 0, 0], shown: false });
  });

  it('goes through a link whole, with all guesses', () => {
    const state: MistakesState = { program: 7, guesses: [5, 0, 13, 8, 0, 0, 0, 0, 19], shown: true };
    expect(parseState(mistakesFields, formatState(mistakesFields, state))).toEqual(state);
  });

  it('finds a mistake at any of its lines, and misses it at any other', () => {
    expect([0, 1, 2, 3, 4].map((guess) => outcomeOf(lines, guess))).toEqual([
      'open',
      'missed',
      'found',
      'missed',
      'found',
    ]);
    expect(outcomeOf(lines, 39)).toBe('open');
  });

  it('says where the mistake is, and whether the reader found it', () => {
    expect(verdict(lines, 2)).toBe('Found: lines 2 and 4.');
    expect(verdict(lines, 3)).toBe('Not line 3: it is lines 2 and 4.');
    expect(verdict(lines.slice(0, 3), 0)).toBe('It is line 2.');
  });

  it('counts what was guessed', () => {
    const programs = Array.from({ length: 9 }, () => lines);
    expect(scoreOf(programs, [2, 1, 4, 0, 0, 0, 0, 0, 0])).toEqual({ open: 6, found: 2, missed: 1 });
    expect(scoreText({ open: 9, found: 0, missed: 0 })).toBe('Nine programs, one guess each.');
    expect(scoreText({ open: 6, found: 2, missed: 1 })).toBe('Your score: 2 of 3 found, 6 to go.');
    expect(scoreText({ open: 0, found: 9, missed: 0 })).toBe('Your score: 9 of 9 found.');
  });

  it('keeps a guess with its program, and hides an answer when another program is opened', () => {
    expect(guessed({ ...start, program: 3 }, 11)).toEqual({ guesses: [0, 0, 11, 0, 0, 0, 0, 0, 0] });
    expect(opened(4)).toEqual({ program: 4, shown: false });
  });

  it('goes on to the next program without a guess, round and round', () => {
    expect(nextOpen({ ...withGuesses(1, 1, 0, 0, 0, 0, 0, 0, 0), program: 1 })).toBe(3);
    expect(nextOpen({ ...withGuesses(1, 0, 1, 1, 1, 1, 1, 1, 1), program: 9 })).toBe(2);
    expect(nextOpen({ ...withGuesses(1, 1, 1, 1, 1, 1, 1, 1, 1), program: 9 })).toBe(1);
  });
});
