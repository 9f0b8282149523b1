/** State of the figure of images that no model saw, and the codes of its pictures: the same images in three ways to find codes. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import { codesOfRows } from '../../../networks/generator/code-rows.ts';
import type { CodeBatch } from '../../../networks/generator/codes.ts';
import { concatenate, gatherRows } from '../../../numerics/arrays.ts';
import type { FigureFacts, Preset } from '../shell/state/checkpoints.ts';
import { presetField } from '../shell/state/checkpoint-fields.ts';
import { choice, type Fields } from '../shell/state/fields.ts';

export type GeneratorState = 'frozen' | 'tuned';

interface UnseenModel {
  readonly id: string;
  readonly preset: Preset;
  readonly sigma: number;
  readonly generator: GeneratorState;
}

/** Props of the figure, made at build time. */
export interface UnseenFacts {
  readonly models: readonly UnseenModel[];
  /** Of the images, a number in the test file each, in class order. */
  readonly images: readonly number[];
  readonly modelsUrl: string;
  readonly previewFile: string;
  /** The sheet of their originals; undefined where the build found no MNIST. */
  readonly originalsUrl: string | undefined;
  readonly judge: FigureFacts['judge'];
}

/** The ways to find codes, in the order of the checkpoint's picture. */
export const ways = [
  { name: 'encoded', text: 'encoders', remark: 'no step' },
  { name: 'refined', text: 'search from there', remark: '80 steps' },
  { name: 'searched', text: 'search alone', remark: '1600 steps' },
] as const;

/** The class that every content is drawn in. */
const asClasses = ['own', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type AsClass = (typeof asClasses)[number];

export const asOptions = asClasses.map((value) => ({
  value,
  text: value === 'own' ? 'the class that was found' : value,
}));

export interface UnseenState {
  readonly preset: Preset;
  readonly sigma: number;
  readonly generator: GeneratorState;
  readonly as: AsClass;
}

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

export const presetsOf = ({ models }: UnseenFacts): readonly Preset[] =>
  unique(models.map(({ preset }) => preset));
export const sigmasOf = ({ models }: UnseenFacts): readonly number[] =>
  unique(models.map(({ sigma }) => sigma));

export const unseenFields = (facts: UnseenFacts): Fields<UnseenState> => ({
  preset: presetField(presetsOf(facts), 'lord'),
  sigma: choice(sigmasOf(facts), 0.3),
  generator: choice(['frozen', 'tuned'], 'frozen'),
  as: choice(asClasses, 'own'),
});

export const modelOf = (
  { models }: UnseenFacts,
  { preset, sigma, generator }: Pick<UnseenState, 'preset' | 'sigma' | 'generator'>,
): UnseenModel =>
  models.find((model) => model.preset === preset && model.sigma === sigma && model.generator === generator) ??
  models[0];

export interface UnseenArgs {
  readonly as: AsClass;
}

/** A row a way, a column an image. */
export function unseenCodes(
  { manifest: { model }, classCodes, ...found }: Checkpoint<'amortized'>,
  { as }: UnseenArgs,
): CodeBatch {
  const batch = codesOfRows(model, concatenate(ways.map(({ name }) => found[name])));
  if (as === 'own') return batch;
  const rows = Array.from({ length: batch.count }, () => Number(as));
  return { ...batch, classCodes: gatherRows(classCodes, model.classDim, rows) };
}

/** What a picture is meant to be read as: images are in class order. */
export const meantBy =
  ({ as }: UnseenArgs) =>
  (column: number): number =>
    as === 'own' ? column : Number(as);
