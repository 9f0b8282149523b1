/** What the chart of all models knows of each of them, and what it is told at build time. */
import type { ScaledAxis } from '../../charts/axes.ts';
import type { DrawingFamily } from '../shell/state/picture-stream.ts';

/** In the order of the families' chapters. */
export const families = ['glo', 'autoencoder', 'vae', 'gan'] as const satisfies readonly DrawingFamily[];
export type AxisFamily = (typeof families)[number];

/** Across: what a model costs, and what else it does. */
export const acrossNames = ['training', 'size', 'error', 'class'] as const;
export type AcrossName = (typeof acrossNames)[number];

/** Upwards: how good its samples are. */
export const qualityNames = ['frechet', 'inception'] as const;
export type QualityName = (typeof qualityNames)[number];

/** Where its codes are drawn from, by the names of their metrics. */
export const samplerNames = ['standard', 'fitted', 'classFitted'] as const;
export type SamplerName = (typeof samplerNames)[number];

export interface Value {
  readonly mean: number;
  /** Over seeds; null where there is one. */
  readonly sd: number | null;
}
export type Quality = Readonly<Record<QualityName, Value>>;

export interface AxisModel {
  readonly id: string;
  readonly family: AxisFamily;
  readonly text: string;
  /** Whether its weights are there; of others there is a picture of samples made at training time. */
  readonly shipped: boolean;
  /** Where a family has no such number it stands on another axis only. */
  readonly across: Readonly<Partial<Record<AcrossName, Value>>>;
  readonly samples: Readonly<Partial<Record<SamplerName, Quality>>> & { readonly standard: Quality };
}

/** Props of the figure. */
export interface AxisFacts {
  /** Family by family. */
  readonly models: readonly AxisModel[];
  /** Of all models and all samplers, so that a scale does not change with what is shown. */
  readonly scales: Readonly<Record<AcrossName | QualityName, ScaledAxis>>;
  /** Of real training images. */
  readonly real: Readonly<Record<QualityName, number>>;
  /** Id of the model whose samples are shown first. */
  readonly first: string;
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
}
