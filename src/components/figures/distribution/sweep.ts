/**
 * State of the figures that go through VAEs one by one: by the size of the code, or by the variance of the data term; and the codes of what
 * they draw. Pure.
 */
import type { Ending } from '../../../contract/parts.ts';
import { walksBetween } from '../../../networks/encoder-decoder/codes.ts';
import { codesOfBoth, numClasses, shownCodes } from '../encoders/codes.ts';
import {
  canShow,
  encoderViews,
  type EncoderCheckpoint,
  type EncoderModel,
  type EncoderView,
} from '../encoders/models.ts';
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import { trainings, type Training } from './trainings.ts';

/** Name and value of what was measured, as a reader sees it. */
export type Measurement = readonly [name: string, value: string];

/** Props of such a figure, made at build time. */
export interface SweepFacts {
  /** Of the figure in the URL. */
  readonly name: string;
  readonly title: string;
  /** What the slider goes through. */
  readonly symbol: string;
  readonly says: string;
  readonly models: readonly SweepModel[];
  /** Of the stop that the figure starts with. */
  readonly initial: number;
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
  /** The images of the reconstructions, as one sheet; undefined where the build found no MNIST. */
  readonly originalsUrl: string | undefined;
}

/** Of a model without weights there are pictures alone. */
export interface SweepModel extends EncoderModel {
  /** Where it stands on the slider. */
  readonly stop: number;
  readonly kl: Training;
  /** How training ended; undefined of a model without weights. */
  readonly ending: Ending | undefined;
  readonly measurements: readonly Measurement[];
}

export interface SweepState {
  readonly stop: number;
  readonly kl: Training;
  readonly view: EncoderView;
  readonly seed: number;
}

export const sweepFields = ({
  models,
  initial,
}: Pick<SweepFacts, 'models' | 'initial'>): Fields<SweepState> => ({
  stop: choice(stopsOf(models), initial),
  kl: choice(trainings, 'with'),
  view: choice(encoderViews, 'reconstructions'),
  seed: wholeNumber(seedLimit, 0),
});

export const stopsOf = (models: readonly SweepModel[]): readonly number[] =>
  [...new Set(models.map(({ stop }) => stop))].sort((a, b) => a - b);

/** The model that a state names; where it was trained in one way only, that one. */
export function modelAt(
  models: readonly SweepModel[],
  { stop, kl }: Pick<SweepState, 'stop' | 'kl'>,
): SweepModel {
  const here = models.filter((model) => model.stop === stop);
  return here.find((model) => model.kl === kl) ?? here[0];
}

/** Without weights there are no walks. */
export const viewOf = (model: EncoderModel, { view }: Pick<SweepState, 'view'>): EncoderView =>
  canShow(model, view) ? view : 'reconstructions';

const numSteps = 10;

/** Rows of ten that each view has. */
export const rowsOf: Readonly<Record<EncoderView, number>> = {
  reconstructions: 2,
  interpolation: numClasses,
  samples: 2,
};

export interface SweepArgs {
  readonly view: EncoderView;
  readonly seed: number;
}

export function sweepCodes(checkpoint: EncoderCheckpoint, { view, seed }: SweepArgs): Float32Array {
  switch (view) {
    case 'reconstructions':
      return shownCodes(checkpoint);
    case 'interpolation':
      return walksBetween(shownCodes(checkpoint), checkpoint.manifest.model.codeDim, numSteps);
    case 'samples':
      return codesOfBoth(checkpoint, { seed, count: numClasses });
  }
}
