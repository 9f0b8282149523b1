/** The worker's end of encoder-trainer-protocol.ts: does what the page says to one VAE, and tells what happened no more often than a page can show. */
import type { LabelledImages } from '../../../../training/data/sources.ts';
import type {
  EncoderFrame,
  EncoderStopReason,
  EncoderTrainingSettings,
  FromEncoderTrainer,
  ToEncoderTrainer,
} from '../../encoder-trainer-protocol.ts';
import { didNotStart, toEngineError } from '../../errors.ts';
import { mostMapped } from '../../trainer-protocol.ts';
import { createPlayer, type Clock } from '../player.ts';
import { inkOf, whatToShow } from '../shown.ts';
import { createCamera } from './frame.ts';
import { createVaeRun, type VaeRun } from './live-run.ts';

type Start = Extract<ToEncoderTrainer, { readonly type: 'start' }>;

export interface VaeSessionOptions extends Clock {
  readonly post: (message: FromEncoderTrainer, transfer?: Transferable[]) => void;
  /** Gets the images of a run. */
  readonly prepare: (start: Start) => Promise<LabelledImages>;
}

/** So that a page that is forgotten ends. */
const epochsAtATime = 200;

interface Active {
  readonly run: VaeRun;
  readonly frameOf: (run: VaeRun) => EncoderFrame;
  /** Of the steps that the page was not told of. */
  losses: { readonly data: number[]; readonly divergence: number[] };
}

const noLosses = (): Active['losses'] => ({ data: [], divergence: [] });

export function createVaeSession({ post, prepare, now, rest }: VaeSessionOptions) {
  const player = createPlayer({ now, rest });
  let active: Active | undefined;

  async function begin(start: Start): Promise<void> {
    const isOn = player.takeTurn();
    active = undefined;
    const images = await prepare(start);
    if (!isOn()) return; // another run was asked for meanwhile
    const { settings } = start;
    const shown = whatToShow(images, 0).images;
    active = { ...open(images, settings, shown), losses: noLosses() };
    const { labels } = images;
    post({
      type: 'started',
      settings,
      numImages: labels.length,
      digits: shown.map((image) => labels[image]),
      originals: inkOf(images, shown),
      mapped: labels.slice(0, mostMapped),
    });
    tell(active);
  }

  function tell(of: Active): void {
    const frame = of.frameOf(of.run);
    const data = Float32Array.from(of.losses.data);
    const divergence = Float32Array.from(of.losses.divergence);
    const { pictures, map } = frame;
    post(
      { type: 'progress', frame, losses: { data, divergence } },
      [data, divergence, pictures, map].map(({ buffer }) => buffer),
    );
    of.losses = noLosses();
    player.wasSeen();
  }

  function stop(why: EncoderStopReason): void {
    player.takeTurn();
    if (active && why.kind !== 'diverged') tell(active);
    post({ type: 'stopped', why });
  }

  /** One step; whether the run can go on. */
  function advance({ run, losses }: Active): boolean {
    const { loss, data, divergence } = run.step();
    if (!Number.isFinite(loss)) {
      const at = `step ${run.numSteps + 1} (epoch ${run.epoch + 1})`;
      stop({ kind: 'diverged', message: `Training diverged at ${at}: the loss is ${loss}.` });
      return false;
    }
    losses.data.push(data);
    losses.divergence.push(divergence);
    return true;
  }

  function play(of: Active): Promise<void> {
    const goal = of.run.epoch + epochsAtATime;
    return player.play(
      () => {
        if (!advance(of)) return false;
        if (of.run.epoch < goal) return true;
        stop({ kind: 'epochs' });
        return false;
      },
      (isDue) => {
        if (isDue) tell(of);
      },
    );
  }

  async function obey(message: Exclude<ToEncoderTrainer, Start>): Promise<void> {
    if (message.type === 'pace') player.setPace(message.stepsPerSecond);
    if (!active) return; // a run that failed to start has said so
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
      case 'weight':
        active.run.setWeight(message.divergenceWeight);
        tell(active);
        break;
    }
  }

  return async function receive(message: ToEncoderTrainer): Promise<void> {
    try {
      await (message.type === 'start' ? begin(message) : obey(message));
    } catch (error) {
      player.takeTurn();
      const { code, message: text } = toEngineError(error);
      post({ type: 'failed', code, message: text });
    }
  };
}

/** @throws EngineError `no-webassembly` or `no-memory`. */
function open(images: LabelledImages, settings: EncoderTrainingSettings, shown: readonly number[]) {
  try {
    const run = createVaeRun(images.images, settings);
    return { run, frameOf: createCamera(run.config, images, shown) };
  } catch (error) {
    throw didNotStart('the trainer', error);
  }
}
