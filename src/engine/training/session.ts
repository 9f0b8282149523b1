/**
 * The worker's end of trainer-protocol.ts: does what the page says to one run, or to two in turn, in slices, so that it hears the page between them, and
 * tells what happened no more often than a page can show.
 */
import { DivergenceError } from '../../../training/methods/glo/train.ts';
import type { LabelledImages } from '../../../training/data/sources.ts';
import { EngineError } from '../engine-error.ts';
import { reasonOf, toEngineError } from '../errors.ts';
import { keepOwnCheckpoint } from '../own-checkpoints.ts';
import { forgetRun, keepRun, keptRunFormat, readKeptRun } from '../kept-run.ts';
import {
  mostMapped,
  type FromTrainer,
  type MnistPlace,
  type StopReason,
  type ToTrainer,
} from '../trainer-protocol.ts';
import { drawFrame } from './frame.ts';
import { createLiveRun, startRecord, type LiveRun, type RunRecord } from './live-run.ts';
import { buildOwnCheckpoint, zipOf } from './own-checkpoint.ts';
import { createPlayer, type Clock } from './player.ts';
import { inkOf, whatToShow, type Shown } from './shown.ts';

/** Over all runs, so that two take no more room than one. */
const mostKept = 24;

interface ImagesOfRun extends Pick<RunRecord, 'settings' | 'ownImages' | 'classNames'> {
  readonly mnist: MnistPlace | undefined;
}

export interface SessionOptions extends Clock {
  readonly post: (message: FromTrainer, transfer?: Transferable[]) => void;
  /** Starts the wasm backend, once, and gets the images of a run. */
  readonly prepare: (input: ImagesOfRun) => Promise<LabelledImages>;
}

const keepMs = 3000;
/** So that a page that is forgotten ends. */
const epochsAtATime = 50;

interface Active {
  readonly images: LabelledImages;
  /** All at the same step. */
  readonly lives: readonly LiveRun[];
  readonly shown: Shown;
  /** Steps that the page was told of. */
  numTold: number;
  /** One a run. */
  maps: readonly Float32Array[];
}

/** The run that the browser keeps, and whose steps and epochs are those of the other, too. */
const firstOf = ({ lives }: Active): LiveRun => lives[0];

export function createTrainingSession({ post, prepare, now, rest }: SessionOptions) {
  let active: Active | undefined;
  const player = createPlayer({ now, rest });
  let keptAt = -Infinity;
  /** Until the browser refuses once: saying that again with every try helps nobody. */
  let canKeep = true;

  async function begin(
    startOf: (images: LabelledImages) => readonly RunRecord[],
    input: ImagesOfRun,
  ): Promise<void> {
    const isOn = player.takeTurn();
    active = undefined;
    canKeep = true;
    const images = await prepare(input);
    if (!isOn()) return; // another run was asked for meanwhile
    const starts = startOf(images);
    const lives = starts.map((start) => createLiveRun({ images, start, mostKept: mostKept / starts.length }));
    const shown = whatToShow(images, input.ownImages.length);
    active = { images, lives, shown, numTold: 0, maps: [] };
    const { labels } = images;
    post({
      type: 'started',
      settings: starts.map(({ settings, changing }) => ({ ...settings, ...changing })),
      numImages: labels.length,
      classNames: input.classNames,
      transferClasses: shown.transferClasses,
      digits: shown.images.map((image) => labels[image]),
      originals: inkOf(images, shown.images),
      mapped: labels.slice(0, mostMapped),
    });
    tell(active);
  }

  /** Pictures of the runs as they are. */
  function tell(of: Active): void {
    const { lives, shown, images, maps } = of;
    const { record, kept } = firstOf(of);
    const frames = lives.map((live, i) =>
      drawFrame({ record: live.record, shown, labels: images.labels, before: maps.at(i) }),
    );
    of.maps = frames.map(({ map }) => map.slice());
    const losses = lives.map((live) => Float32Array.from(live.record.losses.slice(of.numTold)));
    const isKept = record.run.numSeen === 0 && kept.get(record.run.epoch - 1) !== undefined;
    const { epochs: keptEpochs } = kept;
    const firstStep = of.numTold + 1;
    post({ type: 'progress', frames, losses, firstStep, keptEpochs, isKept }, [
      ...frames.flatMap(({ pictures, map }) => [pictures.buffer, map.buffer]),
      ...losses.map(({ buffer }) => buffer),
    ]);
    of.numTold = record.losses.length;
    player.wasSeen();
  }

  function stop(why: StopReason): void {
    player.takeTurn();
    if (active && why.kind !== 'diverged') {
      tell(active);
      void keep(active);
    }
    post({ type: 'stopped', why });
  }

  /** One step of each run; whether they can go on. */
  function advance(of: Active): boolean {
    for (const [run, live] of of.lives.entries()) {
      try {
        live.step();
      } catch (error) {
        if (!(error instanceof DivergenceError)) throw error;
        stop({ kind: 'diverged', run, message: error.message });
        return false;
      }
    }
    const { record, kept } = firstOf(of);
    if (record.run.numSeen === 0 && kept.get(record.run.epoch - 1)) tell(of);
    return true;
  }

  function play(of: Active): Promise<void> {
    const goal = firstOf(of).record.run.epoch + epochsAtATime;
    return player.play(
      () => {
        if (!advance(of)) return false;
        if (firstOf(of).record.run.epoch < goal) return true;
        stop({ kind: 'epochs' });
        return false;
      },
      (isDue) => {
        if (isDue) tell(of);
        if (now() - keptAt >= keepMs) void keep(of);
      },
    );
  }

  /** The database copies the first run at once, as it is. */
  async function keep(of: Active): Promise<void> {
    if (!canKeep) return;
    keptAt = now();
    const { images } = of;
    const { record } = firstOf(of);
    const { settings, run } = record;
    const line = {
      format: keptRunFormat,
      data: settings.data,
      numImages: images.labels.length,
      numEpochs: run.epoch - 1,
      numSteps: run.numSteps,
    };
    try {
      await keepRun(line, record);
    } catch (error) {
      post({ type: 'not-kept', message: notKept(error) });
      canKeep = false;
    }
  }

  async function resume(mnist: MnistPlace | undefined): Promise<void> {
    const record = await readKeptRun<RunRecord>();
    if (!record) {
      throw new EngineError(
        'internal',
        'The run that was kept is gone: another tab began one. Start a new run.',
      );
    }
    await begin(() => [record], { ...record, mnist });
  }

  async function exportRun(
    { lives, images }: Active,
    { run, as, codeVersion }: Extract<ToTrainer, { readonly type: 'export' }>,
  ): Promise<void> {
    const { lastEpoch } = lives[run];
    if (!lastEpoch) {
      throw new EngineError(
        'internal',
        'A checkpoint holds a whole epoch, and this run has none yet. Train on.',
      );
    }
    const checkpoint = buildOwnCheckpoint(lastEpoch, images, codeVersion);
    const { changes } = lastEpoch;
    if (as === 'zip') post({ type: 'exported', name: checkpoint.id, zip: zipOf(checkpoint), changes });
    else post({ type: 'exported', name: (await keepOwnCheckpoint(checkpoint.files)).name, changes });
  }

  async function obey(message: Exclude<ToTrainer, { readonly type: 'start' | 'resume' }>): Promise<void> {
    if (message.type === 'pace') player.setPace(message.stepsPerSecond);
    if (!active) return; // a run that failed to start has said so
    const { lives } = active;
    switch (message.type) {
      case 'pace':
        break;
      case 'play':
        await play(active);
        break;
      case 'pause':
        stop({ kind: 'paused' });
        break;
      case 'step':
        if (advance(active)) stop({ kind: 'paused' });
        break;
      case 'noise':
        lives.forEach((live, i) => live.setNoise(message.contentNoiseStds[i]));
        break;
      case 'rewind':
        for (const live of lives) live.rewind(message.epoch, message.rates);
        active.numTold = firstOf(active).record.losses.length;
        stop({ kind: 'paused' });
        break;
      case 'export':
        await exportRun(active, message);
        break;
    }
  }

  return async function receive(message: ToTrainer): Promise<void> {
    try {
      if (message.type === 'start') {
        const { settings } = message;
        await begin((images) => settings.map((each) => startRecord({ ...message, settings: each }, images)), {
          ...message,
          settings: settings[0],
        });
        void forgetRun().catch(() => undefined); // the page was told when the first one was not kept
      } else if (message.type === 'resume') await resume(message.mnist);
      else await obey(message);
    } catch (error) {
      player.takeTurn();
      const { code, message: text } = toEngineError(error);
      post({ type: 'failed', code, message: text });
    }
  };
}

const notKept = (error: unknown): string =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
    ? 'The browser’s storage is full, so a reload loses this run. Training goes on; export the checkpoint to keep it.'
    : `This browser keeps nothing for this site (${reasonOf(error)}), so a reload loses this run. Training goes on; export the checkpoint to keep it.`;
