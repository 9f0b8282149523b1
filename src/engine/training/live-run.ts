/**
 * One run in the page: the trainer's own steps, with what a reader may do to them. σ can change between two steps, and the run can go back to an
 * epoch that it kept. Knows no clock and no message; session.ts drives it.
 */
import type { LabelledImages } from '../../../training/data/sources.ts';
import { startRun, type GloRun } from '../../../training/methods/glo/run.ts';
import { trainSteps, type Step, type TrainInput } from '../../../training/methods/glo/train.ts';
import type { GloHistory } from '../../contract/families/glo.ts';
import type { OwnImage, TrainingSettings } from '../trainer-protocol.ts';
import { configOf, dimsOf, type Changing } from './config.ts';
import { createKeptEpochs, type KeptEpochs } from './kept-epochs.ts';

/** All of a run but its images, as plain data: a copy of it is a place to come back to, also in the browser's database. */
export interface RunRecord {
  readonly settings: TrainingSettings;
  readonly ownImages: readonly OwnImage[];
  readonly classNames: readonly string[];
  changing: Changing;
  readonly run: GloRun;
  /** One a step. */
  readonly losses: number[];
  /** One an epoch. */
  readonly history: Readonly<Record<keyof GloHistory, number[]>>;
  /** What the reader changed on the way, in words, in order. */
  readonly changes: string[];
}

export interface LiveRun {
  /** As it is now; moves with each step. */
  readonly record: RunRecord;
  /** Copies after whole epochs, 0 being the start. */
  readonly kept: KeptEpochs<RunRecord>;
  /** As it was after its last whole epoch; undefined before. */
  readonly lastEpoch: RunRecord | undefined;
  /** @throws DivergenceError; the run is broken then, and `rewind` mends it. */
  step(): Step;
  setNoise(contentNoiseStd: number): void;
  /** `epoch`: one of those kept. `rates`: times the learning rates from there on. */
  rewind(epoch: number, rates: number): void;
}

export const startRecord = (
  { settings, ownImages, classNames }: Pick<RunRecord, 'settings' | 'ownImages' | 'classNames'>,
  { labels }: LabelledImages,
): RunRecord => {
  const { contentNoiseStd, rateFactor } = settings;
  const changing = { contentNoiseStd, rateFactor };
  const config = configOf(settings, changing, 1);
  return {
    settings,
    ownImages,
    classNames,
    changing,
    run: startRun({
      dims: dimsOf(settings),
      config,
      numImages: labels.length,
      numClasses: classNames.length,
    }),
    losses: [],
    history: { loss: [], l1: [], l2: [], contentCodeRms: [] },
    changes: [],
  };
};

interface LiveRunInput {
  readonly images: LabelledImages;
  readonly start: RunRecord;
  /** Epochs at once, of about 1.5 MB each for 2,000 images. */
  readonly mostKept: number;
}

/** The caller has started the wasm backend. */
export function createLiveRun({ images, start, mostKept }: LiveRunInput): LiveRun {
  let record = start;
  let steps = stepsOf(record);
  const kept = createKeptEpochs<RunRecord>(mostKept);
  let lastEpoch: RunRecord | undefined;

  function stepsOf({ settings, classNames, changing, run }: RunRecord): Generator<Step, void> {
    const input: TrainInput = {
      dims: dimsOf(settings),
      config: configOf(settings, changing, Infinity), // the reader ends it
      ...images,
      numClasses: classNames.length,
    };
    return trainSteps(input, run);
  }

  function keepEpoch(): void {
    const copy = structuredClone(record);
    const numEpochs = record.run.epoch - 1;
    lastEpoch = numEpochs > 0 ? copy : undefined;
    kept.add(numEpochs, copy);
  }

  if (record.run.numSeen === 0) keepEpoch();

  return {
    get record() {
      return record;
    },
    kept,
    get lastEpoch() {
      return lastEpoch;
    },
    step() {
      const { value } = steps.next();
      if (!value) throw new Error('A run in the page has no last step.');
      record.losses.push(value.loss);
      if (value.ended) {
        const { history } = record;
        for (const curve of Object.keys(history) as (keyof GloHistory)[])
          history[curve].push(value.ended[curve]);
        keepEpoch();
      }
      return value;
    },
    setNoise(contentNoiseStd) {
      if (contentNoiseStd === record.changing.contentNoiseStd) return;
      record.changing = { ...record.changing, contentNoiseStd };
      record.changes.push(`σ ${contentNoiseStd} from step ${record.run.numSteps + 1}`);
      steps = stepsOf(record);
    },
    rewind(epoch, rates) {
      const copy = kept.get(epoch);
      if (!copy)
        throw new RangeError(`Epoch ${epoch} is not kept: expected one of ${kept.epochs.join(', ')}.`);
      record = structuredClone(copy);
      if (rates !== 1) {
        const { rateFactor } = record.changing;
        record.changing = { ...record.changing, rateFactor: rateFactor * rates };
        record.changes.push(`learning rates × ${rates} from step ${record.run.numSteps + 1}`);
      }
      kept.forgetAfter(epoch);
      lastEpoch = epoch > 0 ? copy : undefined;
      steps = stepsOf(record);
    },
  };
}
