/** State of the first swap: whose handwriting, and which digit it is to write. The film goes from the digit that the hand wrote to that one. */
import { evenSteps, type InterpolationOptions } from '../../../networks/generator/codes.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { wholeNumber, type Fields } from '../shell/state/fields.ts';

interface FirstSwapState extends CheckpointState {
  /** The class of the image whose content it is; of each class the first image is here. */
  readonly hand: number;
  /** The class that it is drawn as. */
  readonly digit: number;
}

export const firstSwapFields = (facts: FigureFacts): Fields<FirstSwapState> => ({
  ...checkpointFields(facts),
  hand: wholeNumber(facts.previewImages.length, 3),
  digit: wholeNumber(facts.numClasses, 6),
});

/** Another hand than this one, and one that has something to write. */
export function nextHand({ hand, digit }: Pick<FirstSwapState, 'hand' | 'digit'>, numHands: number): number {
  const next = (hand + 1) % numHands;
  return next === digit ? (next + 1) % numHands : next;
}

export const numFrames = 25;
const filmMs = 1500;

/** The content code stays; the class code goes straight from the hand's own class to the digit's. */
export function filmOptions(
  { hand, digit }: Pick<FirstSwapState, 'hand' | 'digit'>,
  previewImages: readonly number[],
): InterpolationOptions {
  const image = previewImages[hand];
  return {
    images: [image, image],
    classes: [hand, digit],
    contentSteps: [0],
    classSteps: evenSteps(numFrames),
  };
}

/** The frame after so many milliseconds: slow at both ends, and the last for good. */
export function frameAt(elapsedMs: number): number {
  const share = Math.min(Math.max(elapsedMs / filmMs, 0), 1);
  return Math.round((numFrames - 1) * share * share * (3 - 2 * share));
}
