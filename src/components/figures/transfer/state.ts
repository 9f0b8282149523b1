/** State of the transfer grid. A cell is numbered row by row: its row is the class, its column the content image. */
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import { sigmasOf, type FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, wholeNumber, wholeNumbers, type Fields } from '../shell/state/fields.ts';

interface TransferState extends CheckpointState {
  /** The content image of each column. */
  readonly picks: readonly number[];
  /** The enlarged cell. */
  readonly cell: number;
  /** The noise level to compare with. */
  readonly versus: number;
}

export const transferFields = (facts: FigureFacts): Fields<TransferState> => {
  const { checkpoints, previewImages, numImages, numClasses } = facts;
  const sigmas = sigmasOf(checkpoints);
  return {
    ...checkpointFields(facts),
    picks: wholeNumbers(numImages, previewImages),
    cell: wholeNumber(numClasses * previewImages.length, initialCell(facts)),
    versus: choice(sigmas, sigmas[0]),
  };
};

/** The noise level to compare with: the one asked for, or where that is on screen already, the one farthest down the list. */
export function levelToCompare(sigmas: readonly number[], shown: number, asked: number): number {
  if (asked !== shown) return asked;
  const lower = sigmas.indexOf(shown) < sigmas.length / 2;
  return lower ? sigmas[sigmas.length - 1] : sigmas[0];
}

/** The 3 as a 6: its stroke is bold, and stays so. */
const initialCell = ({ previewImages }: FigureFacts): number => 6 * previewImages.length + 3;
