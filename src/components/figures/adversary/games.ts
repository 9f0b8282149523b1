/** State of the player of adversarial training: which runs, after which epoch, and of which of them the scores are shown. Pure. */
import { choice, type Fields } from '../shell/state/fields.ts';
import { comparisonNames, idsOf, type ComparisonName, type Comparisons } from './comparisons.ts';

/** Scores of a thousand training images and as many pictures. */
export interface Scores {
  /** Where the first bin begins and the last ends. */
  readonly from: number;
  readonly to: number;
  /** Mean scores. */
  readonly means: { readonly real: number; readonly fake: number };
  /** Numbers of images in each bin, written one after the other: a page is told thousands of them. */
  readonly bins: { readonly real: string; readonly fake: string };
}

/** One number, or histogram, an epoch. */
export interface Course {
  readonly discriminatorLoss: readonly number[];
  readonly generatorLoss: readonly number[];
  readonly inception: readonly number[];
  readonly scores: readonly Scores[];
}

/** Props of the figure, made at build time. */
export interface GamesFacts {
  readonly comparisons: Comparisons;
  /** By id of the run. */
  readonly courses: Readonly<Record<string, Course>>;
  /** Bytes of the picture of every epoch, by id of the run. */
  readonly sheetBytes: Readonly<Record<string, number>>;
  readonly numEpochs: number;
  readonly stepsPerEpoch: number;
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
  /** The picture of every epoch, an epoch a row; and the one of samples, whose first row is that of the last epoch. */
  readonly sheetFile: string;
  readonly samplesFile: string;
  readonly sampleRows: number;
}

export interface GamesState {
  readonly compare: ComparisonName;
  /** Id of the run whose scores and losses are shown. */
  readonly of: string;
  /** From 1 on. */
  readonly epoch: number;
}

export const gamesFields = ({
  comparisons,
  numEpochs,
}: Pick<GamesFacts, 'comparisons' | 'numEpochs'>): Fields<GamesState> => ({
  compare: choice(comparisonNames, 'methods'),
  of: choice(idsOf(comparisons), comparisons.methods[0].id),
  epoch: choice(
    Array.from({ length: numEpochs }, (_, i) => i + 1),
    numEpochs,
  ),
});

export const binsOf = (text: string): readonly number[] => text.split(' ').map(Number);

/** A score or a loss, in two digits: critics have small ones. */
export const scoreText = (score: number): string => String(Number(score.toPrecision(2))).replace('-', '−');
