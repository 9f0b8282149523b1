/** What a figure knows of a model with an encoder before that is loaded. */
import type { Checkpoint } from '../../../engine/api.ts';

export type EncoderFamily = 'autoencoder' | 'vae';
export type EncoderCheckpoint = Checkpoint<EncoderFamily>;

export interface EncoderModel {
  readonly id: string;
  readonly family: EncoderFamily;
  readonly codeDim: number;
  /** Whether its weights are there; of others there are pictures made at training time. */
  readonly shipped: boolean;
}

/** Models that differ in how many numbers a code has. */
export interface EncoderSeries {
  readonly name: string;
  readonly text: string;
  /** Code numbers rising. */
  readonly models: readonly EncoderModel[];
}

/** Props of every figure of models with an encoder, made at build time. */
export interface EncoderFacts {
  readonly series: readonly EncoderSeries[];
  /** Rising. */
  readonly codeDims: readonly number[];
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
  /** The sheet of the images that every model shows; undefined where the build found no MNIST. */
  readonly originalsUrl: string | undefined;
}

export const modelOf = ({ models }: EncoderSeries, codeDim: number): EncoderModel | undefined =>
  models.find((model) => model.codeDim === codeDim);

/** What a model shows of itself; also the names of the previews that have it. */
export const encoderViews = ['reconstructions', 'interpolation', 'samples'] as const;
export type EncoderView = (typeof encoderViews)[number];

/** Of a model without weights two pictures made at training time stay. */
export const canShow = ({ shipped }: EncoderModel, view: EncoderView): boolean =>
  shipped || view !== 'interpolation';
