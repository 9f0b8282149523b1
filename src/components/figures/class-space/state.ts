/** State of the figure of class codes, and the codes of its pictures: one content with points between, among and beyond the learned class codes. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import { evenSteps, type CodeBatch, type CodeSource } from '../../../networks/generator/codes.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, wholeNumber, wholeNumbers, type Fields } from '../shell/state/fields.ts';

/** What the large picture is made of the three classes a, b and c: a mixture by weights, or a − b + c. */
export const operations = ['mixture', 'arithmetic'] as const;

export interface ClassSpaceState extends CheckpointState {
  /** Whose content every picture has. */
  readonly image: number;
  /** a, b and c; the row runs from a to b. */
  readonly classes: readonly number[];
  readonly operation: (typeof operations)[number];
  /** Of the three classes, 0 to 100; what counts is their share of the sum. */
  readonly weights: readonly number[];
}

export const numSteps = 11;
export const mostWeight = 100;
const initial = { classes: [4, 9, 7], weights: [50, 50, 50] } as const;

export const classSpaceFields = (facts: FigureFacts): Fields<ClassSpaceState> => ({
  ...checkpointFields(facts),
  image: wholeNumber(facts.numImages, facts.previewImages[initial.classes[0]]),
  classes: wholeNumbers(facts.numClasses, initial.classes),
  operation: choice(operations, 'mixture'),
  weights: wholeNumbers(mostWeight + 1, initial.weights),
});

/** That add up to 1; even ones where all are 0. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum === 0 ? 1 / weights.length : weight / sum));
}

export type ClassSpaceArgs = Pick<ClassSpaceState, 'image' | 'classes' | 'weights'>;

/** Where each picture is in the row of all: the steps from a to b come first. */
export const pictureAt = {
  a: numSteps,
  b: numSteps + 1,
  c: numSteps + 2,
  mixture: numSteps + 3,
  arithmetic: numSteps + 4,
};
export const numPictures = numSteps + 5;

/** How much of a, b and c each picture has. */
export function amountsOf({ weights }: Pick<ClassSpaceState, 'weights'>): readonly (readonly number[])[] {
  return [
    ...evenSteps(numSteps).map((t) => [1 - t, t, 0]),
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    sharesOf(weights),
    [1, -1, 1],
  ];
}

/** One content with a class code made of three for each picture. */
export function classSpaceCodes(
  { contentCodes, classCodes, manifest: { model } }: CodeSource | Checkpoint<'glo'>,
  { image, classes, weights }: ClassSpaceArgs,
): CodeBatch {
  const { contentDim, classDim } = model;
  const content = contentCodes.subarray(image * contentDim, (image + 1) * contentDim);
  const amounts = amountsOf({ weights });
  return {
    count: numPictures,
    contentCodes: Float32Array.from({ length: numPictures * contentDim }, (_, i) => content[i % contentDim]),
    classCodes: Float32Array.from({ length: numPictures * classDim }, (_, at) =>
      amounts[Math.floor(at / classDim)].reduce(
        (sum, amount, i) => sum + amount * classCodes[classes[i] * classDim + (at % classDim)],
        0,
      ),
    ),
  };
}
