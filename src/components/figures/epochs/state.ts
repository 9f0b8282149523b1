/**
 * State of the epoch scrubber: which training run, and after which of its epochs. A run's pictures are one sheet, a row an epoch, with
 * reconstructions in its left half and transfers in its right one (contract/previews.ts).
 */
import type { LossName } from '../../../contract/families/glo.ts';
import { lossNames, lossTexts } from '../losses/loss-texts.ts';
import { choice, type Fields } from '../shell/state/fields.ts';

export interface EpochRun {
  readonly id: string;
  readonly loss: LossName;
  readonly contentNoiseStd: number;
  /** Of the sheet, for a line that says how much is loaded. */
  readonly bytes: number;
  /** Parts of the training loss, one number an epoch, whatever the run was trained on. */
  readonly l1: readonly number[];
  readonly l2: readonly number[];
}

/** Props of the figure, made at build time. */
export interface EpochsFacts {
  /** Every run that drew its epochs. */
  readonly runs: readonly EpochRun[];
  /** The run that the first frame comes from: its last epoch. */
  readonly initial: { readonly loss: LossName; readonly sigma: number };
  readonly numEpochs: number;
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
  /** File name of the sheet, the same in each folder. */
  readonly sheetFile: string;
  /** The last row of the first run's sheet, by itself. */
  readonly firstFrameUrl: string;
  readonly originalsUrl: string | undefined;
  /** L1 + L2 of the best single picture of each class. */
  readonly floor: number;
  /** The images of the columns with their classes, and the classes that they are transferred to. */
  readonly columns: readonly { readonly image: number; readonly digit: number; readonly target: number }[];
}

export interface EpochsState {
  readonly loss: LossName;
  readonly sigma: number;
  /** From 1 on. */
  readonly epoch: number;
}

export const lossesOf = (runs: readonly EpochRun[]): readonly LossName[] =>
  lossNames.filter((loss) => runs.some((run) => run.loss === loss));

export const sigmasOfRuns = (runs: readonly EpochRun[], loss?: LossName): readonly number[] =>
  [
    ...new Set(
      runs.filter((run) => loss === undefined || run.loss === loss).map((run) => run.contentNoiseStd),
    ),
  ].sort((a, b) => a - b);

export const epochsFields = ({
  runs,
  initial,
  numEpochs,
}: Pick<EpochsFacts, 'runs' | 'initial' | 'numEpochs'>): Fields<EpochsState> => ({
  loss: choice(lossesOf(runs), initial.loss),
  sigma: choice(sigmasOfRuns(runs), initial.sigma),
  epoch: {
    initial: numEpochs,
    parse: (text) => (/^[1-9]\d*$/.test(text) && Number(text) <= numEpochs ? Number(text) : undefined),
    format: String,
  },
});

/** L1 + L2, one number an epoch, whatever the run was trained on. */
export const bothParts = ({ l1, l2 }: Pick<EpochRun, 'l1' | 'l2'>): readonly number[] =>
  l1.map((part, i) => part + l2[i]);

export const hasRun = (runs: readonly EpochRun[], loss: LossName, sigma: number): boolean =>
  runs.some((run) => run.loss === loss && run.contentNoiseStd === sigma);

/** The run of a loss at a noise level, or at the nearest level that was trained with this loss. */
export function findRun(
  runs: readonly EpochRun[],
  { loss, sigma }: Pick<EpochsState, 'loss' | 'sigma'>,
): EpochRun {
  const distance = (run: EpochRun): number =>
    (run.loss === loss ? 0 : 1000) + Math.abs(run.contentNoiseStd - sigma);
  return runs.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The runs beside one: the same loss with a little more or less noise, which a reader is likely to choose next. */
export function neighbouringRuns(runs: readonly EpochRun[], { loss, contentNoiseStd }: EpochRun): EpochRun[] {
  const sigmas = sigmasOfRuns(runs, loss);
  const i = sigmas.indexOf(contentNoiseStd);
  const beside = new Set([sigmas[i - 1], sigmas[i + 1]]);
  return runs.filter((run) => run.loss === loss && beside.has(run.contentNoiseStd));
}

/** Why some choices are off; empty where all can be chosen. "perceptual was trained at σ = 0.3 only." */
export function explainGaps(runs: readonly EpochRun[]): string {
  const sigmas = sigmasOfRuns(runs);
  return lossesOf(runs)
    .filter((loss) => sigmasOfRuns(runs, loss).length < sigmas.length)
    .map((loss) => `${lossTexts[loss]}: trained at σ = ${sigmasOfRuns(runs, loss).join(', ')} only.`)
    .join(' ');
}

/** Where a row of pictures is on the sheet, as a cell of `numEpochs` rows and two columns. */
export const sheetCell = (
  part: 'reconstructions' | 'transfers',
  epoch: number,
  numEpochs: number,
): { rows: number; columns: number; row: number; column: number } => ({
  rows: numEpochs,
  columns: 2,
  row: epoch - 1,
  column: part === 'transfers' ? 1 : 0,
});

/** How long Play stays at an epoch: most of what happens, happens in the first few. */
const dwellMs = (epoch: number, calm: boolean): number => (calm ? 700 : 100 + 700 / epoch);

export interface EpochPlay {
  readonly epoch: number;
  /** Spent at this epoch so far. */
  readonly spentMs: number;
}

/** Play after a stretch of time; it ends at the last epoch. `calm`: even steps that can be followed one by one. */
export function playOn(
  { epoch, spentMs }: EpochPlay,
  elapsedMs: number,
  { numEpochs, calm }: { readonly numEpochs: number; readonly calm: boolean },
): EpochPlay {
  let [now, spent] = [epoch, spentMs + elapsedMs];
  while (now < numEpochs && spent >= dwellMs(now, calm)) {
    spent -= dwellMs(now, calm);
    now += 1;
  }
  return { epoch: now, spentMs: spent };
}
