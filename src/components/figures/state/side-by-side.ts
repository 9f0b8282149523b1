/** State of the figure that puts the transfer grids of several models beside each other: the same contents in each. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import { transfers, type CodeBatch } from '../../../networks/codes.ts';
import { choice, wholeNumber, type Fields } from './fields.ts';
import { rowOfImages, type Labels } from './images.ts';
import { seedLimit } from './seeds.ts';

/** `ones`: ten ones from the one that leans furthest left to the one that leans furthest right. */
export const contentSources = ['each', 'ones', 'any'] as const;
export type ContentSource = (typeof contentSources)[number];

export interface SideBySideState {
  readonly sigma: number;
  readonly from: ContentSource;
  readonly seed: number;
}

/** One model in one place of the figure. */
export interface PaneModel {
  readonly id: string;
  readonly text: string;
}

/** Props of the figure, made at build time. */
export interface SideBySideFacts {
  /** Name of the figure in the URL. */
  readonly name: string;
  readonly label: string;
  /** What can be toggled, σ rising; as many models in each. */
  readonly levels: readonly { readonly sigma: number; readonly models: readonly PaneModel[] }[];
  readonly initialSigma: number;
  readonly modelsUrl: string;
  readonly originalsUrl: string | undefined;
  readonly judge: { readonly id: string; readonly accuracy: number } | undefined;
  /** Of the training images, in order. */
  readonly labels: Labels;
  readonly leaningOnes: readonly number[];
  readonly numClasses: number;
}

export const sideBySideFields = ({ levels, initialSigma }: SideBySideFacts): Fields<SideBySideState> => ({
  sigma: choice(
    levels.map(({ sigma }) => sigma),
    initialSigma,
  ),
  from: choice(contentSources, 'each'),
  seed: wholeNumber(seedLimit, 0),
});

/** The content image of each column. */
export const contentsOf = (
  { labels, leaningOnes, numClasses }: Pick<SideBySideFacts, 'labels' | 'leaningOnes' | 'numClasses'>,
  { from, seed }: Pick<SideBySideState, 'from' | 'seed'>,
): readonly number[] =>
  from === 'ones' && seed === 0
    ? leaningOnes
    : rowOfImages(labels, { from: from === 'ones' ? 1 : from, seed, count: numClasses });

/** The pictures made at training time have these contents. */
export const isPreviewGrid = ({ from, seed }: Pick<SideBySideState, 'from' | 'seed'>): boolean =>
  from === 'each' && seed === 0;

export interface PaneArgs {
  readonly contents: readonly number[];
}

/** All contents in every class. */
export const paneCodes = (checkpoint: Checkpoint, { contents }: PaneArgs): CodeBatch =>
  transfers(checkpoint, {
    contents,
    classes: Array.from({ length: checkpoint.manifest.model.numClasses }, (_, digit) => digit),
  });
