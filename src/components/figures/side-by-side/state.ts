/** State of the figure that puts the transfer grids of several models beside each other: the same contents in each. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import { transfers, type CodeBatch } from '../../../networks/generator/codes.ts';
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { imagesOfRow } from '../shell/state/image-row.ts';
import type { Costs } from '../shell/state/cost.ts';
import type { Labels } from '../shell/state/images.ts';
import { seedLimit } from '../shell/state/seeds.ts';

/** `ones`: ten ones from the one that leans furthest left to the one that leans furthest right. */
export const contentSources = ['each', 'ones', 'any'] as const;
export type ContentSource = (typeof contentSources)[number];

/** What all models of the figure are changed by together: noise std, or how long they had learned. */
export type LevelAxis = 'sigma' | 'epoch';

export interface SideBySideState {
  /** One of the two, see `levelOf`. */
  readonly sigma?: number;
  readonly epoch?: number;
  readonly from: ContentSource;
  readonly seed: number;
}

/** One model in one place of the figure. */
export interface PaneModel {
  /** Of a checkpoint, or the key of a snapshot: src/engine/checkpoint-key.ts. */
  readonly id: string;
  readonly text: string;
}

/** Props of the figure, made at build time. */
export interface SideBySideFacts {
  /** Name of the figure in the URL. */
  readonly name: string;
  readonly label: string;
  readonly axis: LevelAxis;
  /** What can be toggled, rising; as many models in each. */
  readonly levels: readonly { readonly level: number; readonly models: readonly PaneModel[] }[];
  /** Of finished runs, whose pictures stand in until there are live ones. */
  readonly initialLevel: number;
  readonly sources: readonly ContentSource[];
  readonly modelsUrl: string;
  readonly originalsUrl: string | undefined;
  readonly judge: { readonly id: string; readonly accuracy: number } | undefined;
  /** Of finished runs. */
  readonly costs: Costs;
  /** Of the training images that contents are chosen from, in order. */
  readonly labels: Labels;
  readonly leaningOnes: readonly number[];
  readonly numClasses: number;
}

/** The part of the state, or of its fields, that holds the level. */
export const atLevel = <Level>(axis: LevelAxis, level: Level): { sigma?: Level; epoch?: Level } =>
  axis === 'sigma' ? { sigma: level } : { epoch: level };

export const levelOf = (
  { axis, initialLevel }: Pick<SideBySideFacts, 'axis' | 'initialLevel'>,
  state: Pick<SideBySideState, LevelAxis>,
): number => state[axis] ?? initialLevel;

export const sideBySideFields = ({
  axis,
  levels,
  initialLevel,
  sources,
}: SideBySideFacts): Fields<SideBySideState> => ({
  ...atLevel(
    axis,
    choice(
      levels.map(({ level }) => level),
      initialLevel,
    ),
  ),
  from: choice(sources, 'each'),
  seed: wholeNumber(seedLimit, 0),
});

const levelText = (axis: LevelAxis, level: number): string =>
  axis === 'sigma' ? `σ = ${level}` : `epoch ${level}`;

/** A model of the figure: its name, and its level in words. */
export function wordsOf(
  { axis, levels }: Pick<SideBySideFacts, 'axis' | 'levels'>,
  id: string,
): { readonly text: string; readonly level: string } {
  for (const { level, models } of levels) {
    const model = models.find((each) => each.id === id);
    if (model) return { text: model.text, level: levelText(axis, level) };
  }
  return { text: '', level: '' };
}

/** The content image of each column. */
export const contentsOf = (
  { labels, leaningOnes, numClasses }: Pick<SideBySideFacts, 'labels' | 'leaningOnes' | 'numClasses'>,
  { from, seed }: Pick<SideBySideState, 'from' | 'seed'>,
): readonly number[] =>
  from === 'ones' && seed === 0
    ? leaningOnes
    : imagesOfRow(labels, { from: from === 'ones' ? 1 : from, seed }, numClasses);

/** The pictures made at training time have these contents. */
export const isPreviewGrid = ({ from, seed }: Pick<SideBySideState, 'from' | 'seed'>): boolean =>
  from === 'each' && seed === 0;

export interface PaneArgs {
  readonly contents: readonly number[];
}

/** All contents in every class. */
export const paneCodes = (checkpoint: Checkpoint<'glo'>, { contents }: PaneArgs): CodeBatch =>
  transfers(checkpoint, {
    contents,
    classes: Array.from({ length: checkpoint.manifest.model.numClasses }, (_, digit) => digit),
  });
