/** State of the figure that trains a VAE: the settings of the next run, and how fast it goes. Pure. */
import type { EncoderTrainingSettings } from '../../../engine/encoder-trainer-protocol.ts';
import type { MnistPlace } from '../../../engine/trainer-protocol.ts';
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import { paces, type Pace } from '../train/pace.ts';
import type { VaeView } from './run-view.ts';

export interface TrainVaeState extends EncoderTrainingSettings {
  readonly pace: Pace;
}

/** What is shown before a run: a checkpoint that the trainer made beforehand. */
export interface FirstFrame {
  readonly text: string;
  readonly digits: readonly number[];
  /** Addresses of pictures; the originals only where the build has them. */
  readonly originalsUrl: string | undefined;
  readonly reconstructionsUrl: string;
  readonly samplesUrl: string;
  /** One an epoch. */
  readonly losses: VaeView['losses'];
  readonly numSteps: number;
  /** Two numbers an image, and at last where the origin is, as a frame's `map`; and the classes. */
  readonly map: readonly number[];
  readonly mapped: readonly number[];
}

/** Props of the figure, made at build time. */
export interface TrainVaeFacts {
  /** Undefined where the build found none. */
  readonly mnist: MnistPlace | undefined;
  readonly first: FirstFrame;
}

export const codeDims = [2, 10] as const;
export const weights = [0, 0.25, 1, 4] as const;
type Weight = (typeof weights)[number];

const weightTexts: Readonly<Record<Weight, string>> = { 0: '0', 0.25: '¼', 1: '1', 4: '4' };
/** `weight`: one of those that are offered. */
export const weightText = (weight: number): string => weightTexts[weight as Weight];

export const trainVaeFields = ({ mnist }: Pick<TrainVaeFacts, 'mnist'>): Fields<TrainVaeState> => ({
  data: choice(mnist ? ['strokes', 'mnist'] : ['strokes'], 'strokes'),
  codeDim: { ...choice<number>(codeDims, 2), key: 'code' },
  divergenceWeight: { ...choice<number>(weights, 1), key: 'weight' },
  seed: wholeNumber(seedLimit, 1),
  pace: choice(paces, 'full'),
});

export const settingsOf = ({ pace: _, ...settings }: TrainVaeState): EncoderTrainingSettings => settings;

/** Whether a start would make another run than the one that goes on; the weight is a run's own to change. */
export const areOtherSettings = (now: EncoderTrainingSettings, next: EncoderTrainingSettings): boolean =>
  (['data', 'codeDim', 'seed'] as const).some((name) => now[name] !== next[name]);
