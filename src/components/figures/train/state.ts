/** State of the figure that trains: the settings of the next run, and how fast it goes. Pure. */
import type { MnistPlace, TrainingSettings } from '../../../engine/trainer-protocol.ts';
import type { KeptRunLine } from '../../../engine/kept-run.ts';
import { choice, flag, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import { dataNames } from './data-names.ts';
import { paces, type Pace } from './pace.ts';
import { counted } from './run-phase.ts';
import { otherField, type DifferingName, type Otherwise } from './second-run.ts';
import { menus } from './setting-menus.ts';

export interface TrainState extends TrainingSettings {
  /** Whether the next run learns the reader's drawings too. */
  readonly drawings: boolean;
  readonly pace: Pace;
  /** What is otherwise in a second run beside it; undefined for one run alone. */
  readonly other: Otherwise | undefined;
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

export const imageCounts = [200, 500, 1000, 2000] as const;

/** Of everything that two runs beside each other can have otherwise. */
const runFields: Fields<Pick<TrainingSettings, DifferingName>> = {
  preset: choice(menus.preset.values, 'lord'),
  loss: choice(menus.loss.values, 'l1+l2'),
  classDim: { ...choice(menus.classDim.values, 25), key: 'class' },
  contentDim: { ...choice(menus.contentDim.values, 25), key: 'content' },
  contentDecay: { ...choice(menus.contentDecay.values, 0), key: 'decay' },
  contentNoiseStd: { ...choice(menus.contentNoiseStd.values, 0.3), key: 'sigma' },
  rateFactor: { ...choice(menus.rateFactor.values, 1), key: 'rates' },
  codeRateFactor: { ...choice(menus.codeRateFactor.values, 1), key: 'code-rates' },
  seed: wholeNumber(seedLimit, 1),
};

export const trainFields = ({ mnist }: Pick<TrainFacts, 'mnist'>): Fields<TrainState> => ({
  data: choice(mnist ? ['strokes', 'mnist', 'pictures'] : ['strokes', 'pictures'], 'strokes'),
  numImages: { ...choice(imageCounts, 500), key: 'images' },
  ...runFields,
  drawings: flag(false),
  pace: choice(paces, 'full'),
  other: otherField(runFields),
});

export const settingsOf = ({
  pace: _,
  drawings: __,
  other: ___,
  ...settings
}: TrainState): TrainingSettings => settings;

/** One a run. */
export const settingsOfRuns = (state: TrainState): readonly TrainingSettings[] => {
  const settings = settingsOf(state);
  return state.other ? [settings, { ...settings, ...state.other }] : [settings];
};

/** Whether a start would make other runs than those that go on; σ is a run's own to change. */
export const areOtherSettings = (
  now: readonly TrainingSettings[],
  next: readonly TrainingSettings[],
): boolean =>
  now.length !== next.length ||
  next.some((settings, run) =>
    (Object.keys(settings) as (keyof TrainingSettings)[]).some(
      (name) => name !== 'contentNoiseStd' && now[run][name] !== settings[name],
    ),
  );

export const keptText = ({ data, numImages, numEpochs, numSteps }: KeptRunLine): string =>
  `This browser keeps your run on ${counted(numImages, 'image')} of ${dataNames[data]}: ${counted(numEpochs, 'epoch')}, ${counted(numSteps, 'step')}.`;

/** Fewer teach nothing. */
export const leastPictures = 20;

export const hasEnough = (pictures: { readonly images: readonly unknown[] } | undefined): boolean =>
  pictures !== undefined && pictures.images.length >= leastPictures;

/** Behind what became of a checkpoint. */
export const changesText = (changes: readonly string[]): string =>
  changes.length === 0
    ? ''
    : ` Its title says what changed on the way: ${changes.join(', ')}. npm run verify trains with the last settings alone, so it cannot make this model again.`;

/** Undefined where classes are the digits that they are shown as. */
export const classesText = (classNames: readonly string[]): string | undefined =>
  classNames.every((name, digit) => name === String(digit))
    ? undefined
    : `Classes: ${classNames.map((name, digit) => `${digit} ${name}`).join(', ')}.`;
