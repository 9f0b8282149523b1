import { describe, expect, it } from 'vitest';
import { noRun, viewAfter, type RunView } from '../../../../../../src/components/figures/train/run-view.ts';
import { islandState } from '../../../../../../src/components/figures/train/run-phase.ts';
import { runStatus } from '../../../../../../src/components/figures/train/run-status.ts';
import { digitNames, type Frame, type FromTrainer } from '../../../../../../src/engine/trainer-protocol.ts';
import { shortSettings } from '../../../engine/training/short-settings.ts';

type Message = Parameters<typeof viewAfter>[1];

const frameOf = (epoch: number, step: number): Frame => ({
  epoch,
  step,
  contentNoiseStd: 0.3,
  rateFactor: 1,
  loss: 0.1,
  contentCodeRms: 0.2,
  pictures: new Float32Array(),
  map: new Float32Array(),
});

const progress = (
  epoch: number,
  losses: readonly number[],
  firstStep: number,
  keptEpochs: readonly number[],
): Message => ({
  type: 'progress',
  frames: [frameOf(epoch, firstStep - 1 + losses.length)],
  losses: [Float32Array.from(losses)],
  firstStep,
  keptEpochs,
  isKept: keptEpochs.at(-1) === epoch,
});

const started: Extract<FromTrainer, { type: 'started' }> = {
  type: 'started',
  settings: [{ ...shortSettings, numImages: 200 }],
  numImages: 200,
  classNames: digitNames,
  transferClasses: [0],
  digits: [0],
  originals: new Float32Array(784),
  mapped: Uint8Array.of(0),
};

const after = (...messages: readonly Message[]): RunView => messages.reduce(viewAfter, noRun);

describe('the view of a run', () => {
  it('puts the losses of the steps together', () => {
    const { losses, latest } = after(
      started,
      progress(0, [], 1, [0]),
      progress(0, [4, 3], 1, [0]),
      progress(1, [2], 3, [0, 1]),
    );
    expect(losses).toEqual([[4, 3, 2]]);
    expect(latest).toMatchObject([{ epoch: 1, step: 3 }]);
  });

  it('forgets what came after the epoch that the run went back to', () => {
    const went = after(
      started,
      progress(0, [], 1, [0]),
      progress(1, [4, 3], 1, [0, 1]),
      progress(0, [], 1, [0]),
    );
    expect(went.losses).toEqual([[]]);
    expect([...went.frames.keys()]).toEqual([0]);
  });

  it('takes nothing of the run before while the next one starts', () => {
    const starting: RunView = { ...noRun, phase: 'starting' };
    expect(viewAfter(starting, progress(1, [3], 1, [0, 1]))).toBe(starting);
  });

  it('holds the pictures of kept epochs, and of no other', () => {
    const { frames } = after(
      started,
      progress(0, [], 1, [0]),
      progress(1, [3], 1, [0, 1]),
      progress(2, [2], 2, [0, 2]),
    );
    expect([...frames].map(([epoch, [frame]]) => [epoch, frame.epoch])).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });
});

describe('the status of a run', () => {
  const first = { text: 'Made beforehand: a run.' };
  const textOf = (...messages: readonly Message[]) => runStatus(after(...messages), first);

  it('says what is shown before there is a run', () => {
    expect(textOf()).toEqual({ kind: 'preview', text: 'Made beforehand: a run.' });
  });

  it('says what is learned, with which σ, and how far it is', () => {
    const status = textOf(started, progress(1, [2], 7, [0, 1]), { type: 'stopped', why: { kind: 'epochs' } });
    expect(status).toEqual({
      kind: 'ready',
      text: 'Paused: 200 images of strokes, σ\u00a00.3. 1 epoch, 7 steps.',
    });
    expect(textOf(started)).toEqual({ kind: 'ready', text: 'Paused.' });
  });

  it('names the step of a divergence, and what to do', () => {
    const message =
      'Training diverged at step 12 (epoch 1): the loss is NaN, and not all weights are numbers.';
    expect(textOf(started, { type: 'stopped', why: { kind: 'diverged', run: 0, message } })).toEqual({
      kind: 'error',
      title: 'Training diverged.',
      meanwhile: message,
      details:
        'The steps were too large: a loss or a weight is no number any more, and no later step can mend it. Go back to an epoch before, with half the learning rates, or start anew with smaller ones.',
    });
  });

  it('says why a run could not start, and what the pictures are', () => {
    expect(textOf({ type: 'failed', code: 'network', message: 'MNIST is not in this build.' })).toEqual({
      kind: 'error',
      title: 'The download failed.',
      meanwhile: 'Made beforehand: a run.',
      details: 'MNIST is not in this build.',
    });
  });

  it('is an error of the figure when the run cannot go on, and else ready', () => {
    expect((['idle', 'starting', 'playing', 'diverged', 'failed'] as const).map(islandState)).toEqual([
      'ready',
      'loading',
      'ready',
      'error',
      'error',
    ]);
  });
});
