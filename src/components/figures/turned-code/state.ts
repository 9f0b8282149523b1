/**
 * State of the figure in which a reader turns each number of a code, and the codes of its pictures. Turns are in tenths of the standard
 * deviation that the number has over the training images. Pure.
 */
import { choice, wholeNumbers, type Fields } from '../shell/state/fields.ts';
import { codeStds, shownCode } from '../encoders/codes.ts';
import type { EncoderCheckpoint, EncoderFacts } from '../encoders/models.ts';

/** Props of the figure, made at build time. */
export interface TurnedCodeFacts extends EncoderFacts {
  readonly initial: { readonly series: string; readonly k: number };
  /** First frames as addresses of pictures: of the components, and of the code as it is at first. */
  readonly firstComponents: string;
  readonly firstPicture: string;
}

/** So many code numbers can be turned, the first of longer codes. */
export const mostTurned = 10;
/** Farthest turn to either side. */
export const farthest = 30;
/** How far the pictures of the components are from the mean code, in standard deviations. */
export const componentStds = [-2, 2] as const;

/** The mean code, or that of the training image of a class. */
export const starts = ['mean', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Start = (typeof starts)[number];

export interface TurnedCodeState {
  readonly model: string;
  readonly k: number;
  readonly start: Start;
  /** From 0 to twice the farthest. */
  readonly turns: readonly number[];
}

export const noTurns: readonly number[] = Array.from({ length: mostTurned }, () => farthest);

export const turnedCodeFields = ({
  series,
  codeDims,
  initial,
}: TurnedCodeFacts): Fields<TurnedCodeState> => ({
  model: choice(
    series.map(({ name }) => name),
    initial.series,
  ),
  k: choice(codeDims, initial.k),
  start: choice(starts, 'mean'),
  turns: wholeNumbers(2 * farthest + 1, noTurns),
});

/** A turn in standard deviations. */
export const turnStds = (turn: number): number => (turn - farthest) / 10;

export const turnText = (turn: number): string => {
  const stds = turnStds(turn);
  return `${stds > 0 ? '+' : stds < 0 ? '−' : ''}${Math.abs(stds).toFixed(1)} sd`;
};

/** One number after the other moved away from the mean code: a row for each of `componentStds`. */
export function componentCodes(checkpoint: EncoderCheckpoint): Float32Array {
  const { codeMean } = checkpoint;
  const stds = codeStds(checkpoint);
  const numTurned = Math.min(stds.length, mostTurned);
  const rows = componentStds.flatMap((by) =>
    Array.from({ length: numTurned }, (_, turned) =>
      codeMean.map((value, i) => (i === turned ? value + by * stds[i] : value)),
    ),
  );
  return Float32Array.from(rows.flatMap((row) => Array.from(row)));
}

/** The code that is turned, as it is then. */
export function turnedCode(
  checkpoint: EncoderCheckpoint,
  { start, turns }: Pick<TurnedCodeState, 'start' | 'turns'>,
): Float32Array {
  const stds = codeStds(checkpoint);
  const from = start === 'mean' ? checkpoint.codeMean : shownCode(checkpoint, 'training', start);
  return from.map((value, i) => value + turnStds(turns[i] ?? farthest) * stds[i]);
}
