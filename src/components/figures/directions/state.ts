/** State of the figure of directions, and the codes of its pictures: one content, moved along directions by which the pictures change. Pure. */
import { directionNames, type DirectionName } from '../../../contract/direction-names.ts';
import type { Reading } from '../../../engine/api.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import type { CodeBatch, CodeSource } from '../../../networks/generator/codes.ts';
import type { CodeMapsFacts } from '../code-maps/page-map.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, decimalFrom, wholeNumber, type Fields } from '../shell/state/fields.ts';

export type Amounts = Readonly<Record<DirectionName, number>>;

export interface DirectionsState extends CheckpointState, Amounts {
  readonly image: number;
  /** The class that the content is drawn in. */
  readonly digit: number;
  /** The direction that the row runs along. */
  readonly along: DirectionName;
}

/** Props of the figure, made at build time. */
export type DirectionsFacts = FigureFacts & CodeMapsFacts;

/** How far each goes: so many standard deviations of the learned codes along the direction. */
export const farthest = 6;
export const numSteps = 2 * farthest + 1;
/** Of the row, from its first picture. */
export const stepAmounts: readonly number[] = Array.from({ length: numSteps }, (_, i) => i - farthest);

const initial = { digit: 4 } as const;

export const directionsFields = (facts: FigureFacts): Fields<DirectionsState> => ({
  ...checkpointFields(facts),
  image: wholeNumber(facts.numImages, facts.previewImages[initial.digit]),
  digit: wholeNumber(facts.numClasses, initial.digit),
  along: choice(directionNames, 'slant'),
  slant: decimalFrom(-farthest, farthest, 0),
  ink: decimalFrom(-farthest, farthest, 0),
  width: decimalFrom(-farthest, farthest, 0),
});

/** One standard deviation along each direction, as a content code. */
export type Steps = readonly (readonly number[])[];

export const stepsOf = ({ directions, fits }: CodeMap): Steps => {
  const dim = directions.length / directionNames.length;
  return directionNames.map((_, row) =>
    Array.from(directions.subarray(row * dim, (row + 1) * dim), (value) => value * fits[2 * row + 1]),
  );
};

/** What share of the moment within classes the direction explains. */
export const sharedOf = ({ fits }: CodeMap, name: DirectionName): number =>
  fits[2 * directionNames.indexOf(name)];

export interface DirectionsArgs extends Amounts, Pick<DirectionsState, 'image' | 'digit' | 'along'> {
  readonly steps: Steps;
}

/** The row, and after it the picture at the amounts themselves. */
export const numPictures = numSteps + 1;

export function directionCodes(
  { contentCodes, classCodes, manifest: { model } }: CodeSource,
  { image, digit, along, steps, ...amounts }: DirectionsArgs,
): CodeBatch {
  const { contentDim, classDim } = model;
  const content = contentCodes.subarray(image * contentDim, (image + 1) * contentDim);
  const places: readonly Amounts[] = [
    ...stepAmounts.map((amount) => ({ ...amounts, [along]: amount })),
    amounts,
  ];
  return {
    count: numPictures,
    contentCodes: Float32Array.from({ length: numPictures * contentDim }, (_, at) =>
      directionNames.reduce(
        (sum, name, row) => sum + places[Math.floor(at / contentDim)][name] * steps[row][at % contentDim],
        content[at % contentDim],
      ),
    ),
    classCodes: Float32Array.from(
      { length: numPictures * classDim },
      (_, at) => classCodes[digit * classDim + (at % classDim)],
    ),
  };
}

/** The stretch of the row about its middle whose pictures are read as the class; undefined where the middle is not. */
export function agreedStretch(
  readings: readonly Pick<Reading, 'digit'>[],
  digit: number,
): { readonly from: number; readonly to: number } | undefined {
  const agrees = (step: number): boolean => readings[step].digit === digit;
  if (!agrees(farthest)) return undefined;
  let [from, to] = [farthest, farthest];
  while (from > 0 && agrees(from - 1)) from--;
  while (to < numSteps - 1 && agrees(to + 1)) to++;
  return { from: stepAmounts[from], to: stepAmounts[to] };
}

/** In words, for under the row. */
export function agreementText(readings: readonly Pick<Reading, 'digit'>[], digit: number): string {
  const stretch = agreedStretch(readings, digit);
  if (!stretch) return `The judge reads another digit than ${digit} even in the middle.`;
  const { from, to } = stretch;
  if (from === -farthest && to === farthest) return `The judge reads a ${digit} all the way.`;
  const ends = [
    from > -farthest ? `to the left of ${signed(from)}` : '',
    to < farthest ? `to the right of ${signed(to)}` : '',
  ];
  return `The judge reads a ${digit} from ${signed(from)} to ${signed(to)}, and another digit at the next step ${ends.filter((end) => end !== '').join(' and ')}.`;
}

export const signed = (amount: number): string =>
  amount === 0 ? '0' : `${amount < 0 ? '−' : '+'}${Math.abs(amount)}`;
