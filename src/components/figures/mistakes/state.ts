/**
 * State of the game of mistakes: which program lies open, the line that the reader chose in each, and whether the open one is shown without
 * a guess. A program takes one guess. Lines count from 1; 0 is no guess.
 */
import { choice, flag, wholeNumbers, type Fields } from '../shell/state/fields.ts';
import { withItem } from '../shell/state/images.ts';
import type { ProgramLine } from './program.ts';

const programNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** Above the number of lines of every program. */
const lineLimit = 40;

export interface MistakesState {
  readonly program: (typeof programNumbers)[number];
  readonly guesses: readonly number[];
  readonly shown: boolean;
}

export const mistakesFields: Fields<MistakesState> = {
  program: choice(programNumbers, 1),
  guesses: wholeNumbers(
    lineLimit,
    programNumbers.map(() => 0),
  ),
  shown: flag(false),
};

type Program = readonly Pick<ProgramLine, 'isWrong'>[];

export type Outcome = 'open' | 'found' | 'missed';

export const outcomeOf = (lines: Program, guess: number): Outcome =>
  guess < 1 || guess > lines.length ? 'open' : lines[guess - 1].isWrong ? 'found' : 'missed';

/** How many programs ended in each way. */
export function scoreOf(programs: readonly Program[], guesses: readonly number[]): Record<Outcome, number> {
  const score = { open: 0, found: 0, missed: 0 };
  programs.forEach((lines, i) => (score[outcomeOf(lines, guesses[i])] += 1));
  return score;
}

/** The choice of a line in the open program. */
export const guessed = ({ program, guesses }: MistakesState, line: number): Partial<MistakesState> => ({
  guesses: withItem(guesses, program - 1, line),
});

/** Another program, to be guessed. */
export const opened = (program: number): Partial<MistakesState> => ({
  program: programNumbers[(program - 1) % programNumbers.length],
  shown: false,
});

/** The next program without a guess, round and round; the next one of all when there is none left. */
export function nextOpen({ program, guesses }: MistakesState): number {
  const others = programNumbers.map((_, i) => ((program + i) % programNumbers.length) + 1);
  return others.find((other) => guesses[other - 1] === 0 && other !== program) ?? others[0];
}

/** The wrong lines, in words: `line 10`, `lines 8 and 10`. */
export function wrongLines(lines: Program): string {
  const wrong = lines.flatMap(({ isWrong }, i) => (isWrong ? [i + 1] : []));
  return wrong.length === 1
    ? `line ${wrong[0]}`
    : `lines ${wrong.slice(0, -1).join(', ')} and ${wrong[wrong.length - 1]}`;
}

/** Said after the number of a program in the picker. */
export const outcomeTexts: Readonly<Record<Outcome, string>> = {
  open: '',
  found: ', found',
  missed: ', missed',
};

export function scoreText({ open, found, missed }: Readonly<Record<Outcome, number>>): string {
  if (found + missed === 0) return 'Nine programs, one guess each.';
  const left = open === 0 ? '' : `, ${open} to go`;
  return `Your score: ${found} of ${found + missed} found${left}.`;
}

/** What the reader is told when a program is solved. */
export function verdict(lines: Program, guess: number): string {
  const where = wrongLines(lines);
  const outcome = outcomeOf(lines, guess);
  if (outcome === 'found') return `Found: ${where}.`;
  return outcome === 'missed' ? `Not line ${guess}: it is ${where}.` : `It is ${where}.`;
}
