/**
 * The worker's end of trainer-protocol.ts: does what the page says to one run at a time, in slices, so that it hears the page between them, and
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
import { drawFrame, shownImages } from './frame.ts';
import { createLiveRun, startRecord, type LiveRun, type RunRecord } from './live-run.ts';
import { buildOwnCheckpoint, zipOf } from './own-checkpoint.ts';

interface ImagesOfRun extends Pick<RunRecord, 'settings' | 'drawings'> {
  readonly mnist: MnistPlace | undefined;
}

export interface SessionOptions {
  readonly post: (message: FromTrainer, transfer?: Transferable[]) => void;
  /** Starts the wasm backend, once, and gets the images of a run. */
  readonly prepare: (input: ImagesOfRun) => Promise<LabelledImages>;
  /** In milliseconds. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, and after the messages that wait. */
  readonly rest: (ms: number) => Promise<void>;
}

/** Long enough that what lies between them costs little, short enough that a button answers at once. */
const sliceMs = 40;
const frameMs = 125;
const keepMs = 3000;
/** So that a page that is forgotten ends. */
const epochsAtATime = 50;

interface Active {
  readonly live: LiveRun;
  readonly shown: readonly number[];
  /** Steps that the page was told of. */
  numTold: number;
  map: Float32Array | undefined;
}

export function createTrainingSession({ post, prepare, now, rest }: SessionOptions) {
  let active: Active | undefined;
  let stepsPerSecond: number | null = null;
  /** Goes up with each play and pause, so that a loop knows that it is over. */
  let turn = 0;
  let toldAt = -Infinity;
  let keptAt = -Infinity;
  /** Until the browser refuses once: saying that again with every try helps nobody. */
  let canKeep = true;

  async function begin(record: (images: LabelledImages) => RunRecord, input: ImagesOfRun): Promise<void> {
    turn++;
    active = undefined;
    canKeep = true;
    const asked = turn;
    const images = await prepare(input);
    if (turn !== asked) return; // another run was asked for meanwhile
    const live = createLiveRun(images, record(images));
    const shown = shownImages(images, input.drawings.length);
    active = { live, shown, numTold: 0, map: undefined };
    const { images: bytes, labels } = images;
    post({
      type: 'started',
      settings: input.settings,
      numImages: labels.length,
      digits: shown.map((image) => labels[image]),
      originals: Float32Array.from(
        shown.flatMap((image) =>
          Array.from(bytes.subarray(image * 784, (image + 1) * 784), (byte) => byte / 255),
        ),
      ),
      mapped: labels.slice(0, mostMapped),
    });
    tell(active);
  }

  /** A picture of the run as it is. */
  function tell(of: Active): void {
    const { live, shown } = of;
    const { record, kept, images } = live;
    const frame = drawFrame(record, { images: shown, labels: images.labels }, of.map);
    of.map = frame.map.slice();
    const losses = Float32Array.from(record.losses.slice(of.numTold));
    const isKept = record.run.numSeen === 0 && kept.get(frame.epoch) !== undefined;
    const { epochs: keptEpochs } = kept;
    const firstStep = of.numTold + 1;
    post({ type: 'progress', frame, losses, firstStep, keptEpochs, isKept }, [
      frame.pictures.buffer,
      frame.map.buffer,
      losses.buffer,
    ]);
    of.numTold = record.losses.length;
    toldAt = now();
  }

  function stop(why: StopReason): void {
    turn++;
    if (active && why.kind !== 'diverged') {
      tell(active);
      void keep(active.live);
    }
    post({ type: 'stopped', why });
  }

  /** One step; whether the run can go on. */
  function advance(of: Active): boolean {
    try {
      const { ended } = of.live.step();
      if (ended && of.live.kept.get(ended.epoch)) tell(of);
      return true;
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      stop({ kind: 'diverged', message: error.message });
      return false;
    }
  }

  async function play(of: Active): Promise<void> {
    const own = ++turn;
    const goal = of.live.record.run.epoch + epochsAtATime;
    const isOn = (): boolean => turn === own;
    while (isOn()) {
      const until = now() + sliceMs;
      do {
        if (!advance(of)) return;
        if (of.live.record.run.epoch >= goal) {
          stop({ kind: 'epochs' });
          return;
        }
      } while (stepsPerSecond === null && now() < until);
      if (stepsPerSecond !== null || now() - toldAt >= frameMs) tell(of);
      if (now() - keptAt >= keepMs) void keep(of.live);
      await rest(stepsPerSecond === null ? 0 : 1000 / stepsPerSecond);
    }
  }

  /** The database copies the run at once, as it is. */
  async function keep({ record, images }: LiveRun): Promise<void> {
    if (!canKeep) return;
    keptAt = now();
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
    await begin(() => record, { ...record, mnist });
  }

  async function exportRun({ live }: Active, as: 'zip' | 'own', codeVersion: string): Promise<void> {
    if (!live.lastEpoch) {
      throw new EngineError(
        'internal',
        'A checkpoint holds a whole epoch, and this run has none yet. Train on.',
      );
    }
    const checkpoint = buildOwnCheckpoint(live.lastEpoch, live.images, codeVersion);
    if (as === 'zip') post({ type: 'exported', name: checkpoint.id, zip: zipOf(checkpoint) });
    else post({ type: 'exported', name: (await keepOwnCheckpoint(checkpoint.files)).name });
  }

  async function obey(message: Exclude<ToTrainer, { readonly type: 'start' | 'resume' }>): Promise<void> {
    if (message.type === 'pace') stepsPerSecond = message.stepsPerSecond;
    if (!active) return; // a run that failed to start has said so
    const { live } = active;
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
        live.setNoise(message.contentNoiseStd);
        break;
      case 'rewind':
        live.rewind(message.epoch, message.rates);
        active.numTold = live.record.losses.length;
        stop({ kind: 'paused' });
        break;
      case 'export':
        await exportRun(active, message.as, message.codeVersion);
        break;
    }
  }

  return async function receive(message: ToTrainer): Promise<void> {
    try {
      if (message.type === 'start') {
        const { settings, drawings } = message;
        await begin((images) => startRecord(settings, drawings, images), message);
        void forgetRun().catch(() => undefined); // the page was told when the first one was not kept
      } else if (message.type === 'resume') await resume(message.mnist);
      else await obey(message);
    } catch (error) {
      turn++;
      const { code, message: text } = toEngineError(error);
      post({ type: 'failed', code, message: text });
    }
  };
}

const notKept = (error: unknown): string =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
    ? 'The browser’s storage is full, so a reload loses this run. Training goes on; export the checkpoint to keep it.'
    : `This browser keeps nothing for this site (${reasonOf(error)}), so a reload loses this run. Training goes on; export the checkpoint to keep it.`;
