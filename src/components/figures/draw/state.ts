/** State of the figure in which a digit is drawn and found: the picture, the model that looks for it, and where the search begins. Pure. */
import type { Reading } from '../../../engine/api.ts';
import { presetField } from '../shell/state/checkpoint-fields.ts';
import {
  presetsOf,
  type CheckpointChoice,
  type FigureFacts,
  type Preset,
} from '../shell/state/checkpoints.ts';
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import { imageOfText } from './image-text.ts';
import type { VaeChoice } from './vae.ts';

/** Props of the figure, made at build time. */
export interface DrawFacts {
  readonly checkpoints: readonly CheckpointChoice[];
  /** Encoders for a generator as GLO left it, where it has some. */
  readonly encoders: readonly { readonly id: string; readonly preset: Preset; readonly sigma: number }[];
  /** Dense VAEs, code numbers rising. */
  readonly vaes: readonly VaeChoice[];
  readonly judge: FigureFacts['judge'];
  /** Of training images. */
  readonly originalsUrl: FigureFacts['originalsUrl'];
  /** Ten pictures to begin with, one of each class in the first row: of the test file, or where the build found no MNIST, drawn by our code. */
  readonly given: { readonly url: string; readonly rows: number; readonly ofTestFile: boolean };
  /** By checkpoint id, the mean loss of digits of the test file after such a search. */
  readonly usualLoss: Readonly<Record<string, number>>;
  readonly first: FirstFrame;
}

/** A search that went on while the site was built. */
export interface FirstFrame {
  /** Two rows of ten pictures: what each class came to, and what was found in all ten classes. */
  readonly sheet: string;
  /** The least loss of each class so far, before the first step and at some of the steps after it. */
  readonly bestAfter: readonly (readonly number[])[];
  readonly reading: Reading | undefined;
}

/** Step of each entry of the first frame's curve. */
export const firstFrameStride = 4;

export const noiseLevels = [0, 0.1, 0.3, 1] as const;
export const starts = ['nearest', 'encoders'] as const;
export type Start = (typeof starts)[number];

export const paces = ['slow', 'fluent', 'fast'] as const;
export type Pace = (typeof paces)[number];

/** Of the images that a model learned, the search takes one a class to begin at, and shows none. */
export const searchedModel = { numImages: 10, numClasses: 10, originalsUrl: undefined, previewImages: [] };

/** `given0` to `given9`, `blank`, or a picture as text after a `d`. */
export type ImageName = string;

export interface DrawState {
  readonly preset: Preset;
  readonly sigma: number;
  readonly start: Start;
  /** 0 begins at what is nearest; any other at learned codes by chance. */
  readonly seed: number;
  readonly image: ImageName;
  readonly pace: Pace;
  /** Numbers in the code of the VAE that draws the picture, too; 0 for none. */
  readonly vae: number;
}

export const firstDigit = 7;
export const blank: ImageName = 'blank';
export const givenName = (digit: number): ImageName => `given${digit}`;
export const drawnName = (text: string): ImageName => `d${text}`;

/** Which of the ten given pictures it is. */
export const givenDigit = (image: ImageName): number | undefined =>
  /^given\d$/.test(image) ? Number(image.at(-1)) : undefined;

/** What was drawn, [784]; undefined where it is a given picture or none. */
export const drawnInk = (image: ImageName): Float32Array<ArrayBuffer> | undefined =>
  image.startsWith('d') ? imageOfText(image.slice(1)) : undefined;

const isImage = (text: string): boolean =>
  text === blank || givenDigit(text) !== undefined || drawnInk(text) !== undefined;

export const drawFields = ({
  checkpoints,
  vaes,
}: Pick<DrawFacts, 'checkpoints' | 'vaes'>): Fields<DrawState> => ({
  preset: presetField(presetsOf(checkpoints), 'lord'),
  sigma: choice(noiseLevels, 0.3),
  start: choice(starts, 'nearest'),
  seed: wholeNumber(seedLimit, 0),
  image: {
    initial: givenName(firstDigit),
    parse: (text) => (isImage(text) ? text : undefined),
    format: (value) => value,
  },
  pace: choice(paces, 'fluent'),
  vae: choice([0, ...vaes.map(({ codeDim }) => codeDim)], 0),
});

/** Nothing is asked for but what the first frame shows; how fast it would go does not matter. */
export const isFirstFrame = (
  { image, preset, seed, sigma, start }: DrawState,
  fields: Fields<DrawState>,
): boolean =>
  image === fields.image.initial &&
  preset === fields.preset.initial &&
  seed === fields.seed.initial &&
  sigma === fields.sigma.initial &&
  start === fields.start.initial;

/** Of the chosen model; undefined where it has none. */
export const encodersOf = (
  { encoders }: Pick<DrawFacts, 'encoders'>,
  { preset, sigma }: Pick<DrawState, 'preset' | 'sigma'>,
): string | undefined => encoders.find((each) => each.preset === preset && each.sigma === sigma)?.id;
