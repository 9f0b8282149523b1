/** State of the figure that follows two codes through the generator: which codes, what was changed in them, what is opened. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import type { Unit } from '../../../networks/generator/activations.ts';
import { transfers, type CodeBatch } from '../../../networks/generator/codes.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';
import type { SumTable } from './sum-table.ts';
import { layerViews, viewOf, type ViewName } from './views.ts';

/** A number of the codes, class code first, and what the reader made of it. */
export type Change = readonly [number: number, value: number];

export interface TwoCodesState extends CheckpointState {
  readonly image: number;
  readonly digit: number;
  readonly changed: readonly Change[];
  /** The number that the slider holds. */
  readonly number: number;
  readonly layer: ViewName;
  readonly map: number;
  /** In the map, or in a layer without maps: row by row. */
  readonly place: number;
}

/** Props of the figure, made at build time. */
export interface TwoCodesFacts extends FigureFacts {
  readonly labels: string;
  readonly classDim: number;
  readonly contentDim: number;
  readonly first: {
    readonly codes: readonly number[];
    /** Sheets of the layers in the order of the views, as data URLs. */
    readonly sheets: readonly string[];
    /** The map that is open in the first frame. */
    readonly map: { readonly layer: ViewName; readonly number: number; readonly sheet: string };
    readonly sum: SumTable;
  };
}

/** Bars and slider reach from −reach to reach. */
export const reach = 4;

/** Of both codes together, in any model: what lies beyond the codes of one is left out, and is there again with the next. */
const mostNumbers = 1000;

/** On a stroke, where something is to be added up. */
const initial = { digit: 6, layer: 'large', map: 0, place: 4 * 14 + 2 } as const;

export const twoCodesFields = (facts: Omit<TwoCodesFacts, 'first'>): Fields<TwoCodesState> => ({
  ...checkpointFields(facts),
  image: wholeNumber(facts.numImages, facts.previewImages[3]),
  digit: wholeNumber(facts.numClasses, initial.digit),
  changed: changesField,
  number: wholeNumber(mostNumbers, facts.classDim),
  layer: choice(
    layerViews.map(({ name }) => name),
    initial.layer,
  ),
  map: wholeNumber(16, initial.map),
  place: wholeNumber(784, initial.place),
});

/** `3~1.2`. */
function changesIn(text: string): readonly Change[] {
  const match = /^(\d{1,4})~(-?\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return [];
  const [number, value] = [Number(match[1]), Number(match[2])];
  return number < mostNumbers && Math.abs(value) <= reach ? [[number, value]] : [];
}

/** `3~1.2_27~-0.5`; `none` where the codes are as they were learned. */
const changesField: Fields<TwoCodesState>['changed'] = {
  initial: [],
  parse: (text) => (text === 'none' ? [] : text.split('_').flatMap(changesIn)),
  format: (changes) =>
    changes.map(([number, value]) => `${number}~${Number(value.toFixed(2))}`).join('_') || 'none',
};

/** With one number set; what was changed before stays. */
export const withChange = (changes: readonly Change[], [number, value]: Change): readonly Change[] =>
  [...changes.filter(([other]) => other !== number), [number, value] as const].toSorted(([a], [b]) => a - b);

/** Another class or content takes the place of the changes that were made to that code. */
export const withoutCode = (
  changes: readonly Change[],
  code: 'class' | 'content',
  classDim: number,
): readonly Change[] => changes.filter(([number]) => number < classDim !== (code === 'class'));

export type TwoCodesArgs = Pick<TwoCodesState, 'image' | 'digit' | 'changed'>;

export function twoCodes(checkpoint: Checkpoint<'glo'>, { image, digit, changed }: TwoCodesArgs): CodeBatch {
  const batch = transfers(checkpoint, { contents: [image], classes: [digit] });
  const { classDim, contentDim } = checkpoint.manifest.model;
  for (const [number, value] of changed) {
    if (number < classDim) batch.classCodes[number] = value;
    else if (number < classDim + contentDim) batch.contentCodes[number - classDim] = value;
  }
  return batch;
}

/** Which number of the network is opened; a place beyond the map's end, left by a larger one, starts again from its beginning. */
export function openedUnit({ layer, map, place }: Pick<TwoCodesState, 'layer' | 'map' | 'place'>): Unit {
  const { unitsOf, rows, columns, numMaps } = viewOf(layer);
  const inMap = place % (rows * columns);
  return { layer: unitsOf, index: numMaps > 1 ? inMap * numMaps + map : inMap };
}
