/**
 * State of the figures that put models with an encoder below each other, and the codes of their rows: what each makes of the same images,
 * of the way between two of them, or of drawn codes. Pure.
 */
import { rowsBetween } from '../../../numerics/arrays.ts';
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import { codesOfBoth, numClasses, shownCode, shownCodes } from '../encoders/codes.ts';
import type { EncoderCheckpoint, EncoderFacts, EncoderView } from '../encoders/models.ts';

/** Props of a figure, made at build time. */
export interface EncoderRowsFacts extends EncoderFacts {
  /** Name of the figure in the URL. */
  readonly name: string;
  readonly label: string;
  readonly shows: EncoderView;
  readonly initialCodeDim: number;
}

export interface EncoderRowsState {
  readonly k: number;
  /** Of an interpolation: the classes of the training image that it starts from and of the validation image that it leads to. */
  readonly from?: number;
  readonly to?: number;
  /** Of samples. */
  readonly seed?: number;
}

const initialFrom = 3;

export function encoderRowsFields({
  shows,
  codeDims,
  initialCodeDim,
}: EncoderRowsFacts): Fields<EncoderRowsState> {
  return {
    k: choice(codeDims, initialCodeDim),
    ...(shows === 'interpolation' && {
      from: wholeNumber(numClasses, initialFrom),
      to: wholeNumber(numClasses, initialFrom + 1),
    }),
    ...(shows === 'samples' && { seed: wholeNumber(seedLimit, 0) }),
  };
}

/** What decides the codes of a model's rows. */
export type RowArgs =
  | { readonly kind: 'reconstructions' }
  | { readonly kind: 'interpolation'; readonly from: number; readonly to: number }
  | { readonly kind: 'samples'; readonly seed: number };

export function rowArgs(shows: EncoderView, { from = 0, to = 0, seed = 0 }: EncoderRowsState): RowArgs {
  switch (shows) {
    case 'reconstructions':
      return { kind: shows };
    case 'interpolation':
      return { kind: shows, from, to };
    case 'samples':
      return { kind: shows, seed };
  }
}

/** Pictures in a row. */
export const numColumns = 10;

/** The rows of pictures of one model, in order, as their labels say. */
export const rowTexts: Readonly<Record<EncoderView, readonly string[]>> = {
  reconstructions: ['training', 'validation'],
  interpolation: ['ten steps'],
  samples: ['N(0, I)', 'fitted'],
};

export function rowCodes(checkpoint: EncoderCheckpoint, args: RowArgs): Float32Array {
  switch (args.kind) {
    case 'reconstructions':
      return shownCodes(checkpoint);
    case 'interpolation':
      return rowsBetween(
        shownCode(checkpoint, 'training', args.from),
        shownCode(checkpoint, 'validation', args.to),
        numColumns,
      );
    case 'samples':
      return codesOfBoth(checkpoint, { seed: args.seed, count: numColumns });
  }
}

/** Where the pictures made at training time have a model's rows; undefined where they do not. */
export function previewOf(args: RowArgs): { readonly rows: number; readonly first: number } | undefined {
  switch (args.kind) {
    case 'reconstructions':
      return { rows: 2, first: 0 };
    case 'interpolation':
      return args.to === (args.from + 1) % numClasses ? { rows: numClasses, first: args.from } : undefined;
    case 'samples':
      return args.seed === 0 ? { rows: 2, first: 0 } : undefined;
  }
}
