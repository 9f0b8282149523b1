/** State of the figure that trains: the settings of the next run, and how fast it goes. Pure. */
import type { MnistPlace, TrainingSettings } from '../../../engine/trainer-protocol.ts';
import type { KeptRunLine } from '../../../engine/kept-run.ts';
import { choice, flag, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';

export const paces = ['slow', 'steady', 'full'] as const;
export type Pace = (typeof paces)[number];

/** In steps a second; full speed is what the machine gives. */
export const stepsPerSecond: Readonly<Record<Pace, number | null>> = { slow: 2, steady: 15, full: null };

export interface TrainState extends TrainingSettings {
  /** Whether the next run learns the reader's drawings too. */
  readonly drawings: boolean;
  readonly pace: Pace;
}

/** What is shown before a run: a checkpoint that the trainer made beforehand. */
export interface FirstFrame {
  readonly text: string;
  readonly digits: readonly number[];
  /** Addresses of pictures; the originals only where the build has them. */
  readonly originalsUrl: string | undefined;
  readonly reconstructionsUrl: string;
  readonly transfersUrl: string;
  /** One an epoch. */
  readonly losses: readonly number[];
  readonly stepsPerEpoch: number;
  readonly contentCodeRms: number;
  /** Two numbers an image, as map-points.ts gives them, and the classes. */
  readonly points: readonly number[];
  readonly mapped: readonly number[];
}

/** Props of the figure, made at build time. */
export interface TrainFacts {
  /** Undefined where the build found none. */
  readonly mnist: MnistPlace | undefined;
  /** Of the trainer in this build, for exported checkpoints. */
  readonly codeVersion: string;
  readonly first: FirstFrame;
}

export const sigmas = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 1] as const;
export const imageCounts = [200, 500, 1000, 2000] as const;
export const contentDims = [2, 5, 10, 25, 50] as const;
/** The last is large enough to break any run. */
export const rateFactors = [0.1, 0.5, 1, 3, 10, 100, 1_000_000] as const;

export const trainFields = ({ mnist }: Pick<TrainFacts, 'mnist'>): Fields<TrainState> => ({
  data: choice(mnist ? ['strokes', 'mnist'] : ['strokes'], 'strokes'),
  numImages: { ...choice(imageCounts, 500), key: 'images' },
  preset: choice(['exercise', 'lord'], 'lord'),
  loss: choice(['l1', 'l2', 'l1+l2'], 'l1+l2'),
  contentDim: { ...choice(contentDims, 25), key: 'content' },
  contentNoiseStd: { ...choice(sigmas, 0.3), key: 'sigma' },
  rateFactor: { ...choice(rateFactors, 1), key: 'rates' },
  seed: wholeNumber(seedLimit, 1),
  drawings: flag(false),
  pace: choice(paces, 'full'),
});

export const settingsOf = ({ pace: _, drawings: __, ...settings }: TrainState): TrainingSettings => settings;

/** Whether a start would make another run than the one that goes on; σ is the run's own to change. */
export const areOtherSettings = (now: TrainingSettings, next: TrainingSettings): boolean =>
  (Object.keys(next) as (keyof TrainingSettings)[]).some(
    (name) => name !== 'contentNoiseStd' && now[name] !== next[name],
  );

export const dataNames: Readonly<Record<TrainingSettings['data'], string>> = {
  strokes: 'strokes',
  mnist: 'MNIST',
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const keptText = ({ data, numImages, numEpochs, numSteps }: KeptRunLine): string =>
  `This browser keeps your run on ${counted(numImages, 'image')} of ${dataNames[data]}: ${counted(numEpochs, 'epoch')}, ${counted(numSteps, 'step')}.`;

export const momentText = ({ epoch, step }: { readonly epoch: number; readonly step: number }): string =>
  `${counted(epoch, 'epoch')}, ${counted(step, 'step')}`;
