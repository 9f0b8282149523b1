import { describe, expect, it } from 'vitest';
import {
  noRun,
  viewAfter,
  type VaeView,
} from '../../../../../../src/components/figures/train-vae/run-view.ts';
import { runStatus } from '../../../../../../src/components/figures/train-vae/run-status.ts';
import type {
  EncoderFrame,
  FromEncoderTrainer,
} from '../../../../../../src/engine/encoder-trainer-protocol.ts';

const frameOf = (epoch: number, step: number, divergenceWeight = 1): EncoderFrame => ({
  epoch,
  step,
  divergenceWeight,
  pictures: new Float32Array(),
  map: new Float32Array(),
});

const progress = (frame: EncoderFrame, data: number[], divergence: number[]): FromEncoderTrainer => ({
  type: 'progress',
  frame,
  losses: { data, divergence },
});

const started: FromEncoderTrainer = {
  type: 'started',
  settings: { data: 'strokes', codeDim: 2, divergenceWeight: 1, seed: 1 },
  numImages: 2000,
  digits: [0],
  originals: new Float32Array(784),
  mapped: Uint8Array.of(0),
};

const after = (...messages: readonly FromEncoderTrainer[]): VaeView => messages.reduce(viewAfter, noRun);

describe('the view of a VAE in training', () => {
  it('puts the parts of the loss together, step by step', () => {
    const view = after(
      started,
      progress(frameOf(0, 0), [], []),
      progress(frameOf(0, 2), [4, 3], [0, 1]),
      progress(frameOf(1, 3), [2], [2]),
    );
    expect(view.losses).toEqual({ data: [4, 3, 2], divergence: [0, 1, 2] });
    expect(view.latest).toMatchObject({ epoch: 1, step: 3 });
  });

  it('takes nothing of the run before while the next one starts', () => {
    const starting: VaeView = { ...noRun, phase: 'starting' };
    expect(viewAfter(starting, progress(frameOf(1, 3), [2], [1]))).toBe(starting);
  });

  it('begins anew with the next run', () => {
    const view = after(started, progress(frameOf(0, 1), [4], [1]), started);
    expect(view).toEqual({ ...noRun, phase: 'paused', started });
  });
});

describe('its status', () => {
  const first = { text: 'Made beforehand: a run.' };
  const textOf = (...messages: readonly FromEncoderTrainer[]) => runStatus(after(...messages), first);

  it('says what is shown before there is a run', () => {
    expect(textOf()).toEqual({ kind: 'preview', text: 'Made beforehand: a run.' });
  });

  it('says what is learned, with which weight it is by now, and how far it is', () => {
    const stopped = { type: 'stopped', why: { kind: 'paused' } } as const;
    expect(textOf(started, progress(frameOf(1, 63, 0.25), [4], [1]), stopped)).toEqual({
      kind: 'ready',
      text: 'Paused: 2,000 images of strokes, weight\u00a0¼. 1 epoch, 63 steps.',
    });
  });

  it('names the step of a divergence, keeps the pictures, and says what to do', () => {
    const message = 'Training diverged at step 12 (epoch 1): the loss is NaN.';
    const view = after(started, progress(frameOf(0, 11), [4], [1]), {
      type: 'stopped',
      why: { kind: 'diverged', message },
    });
    expect(view).toMatchObject({ phase: 'diverged', latest: { step: 11 } });
    expect(runStatus(view, first)).toEqual({
      kind: 'error',
      title: 'Training diverged.',
      meanwhile: message,
      details: 'The loss is no number any more, and no later step can mend it. Start anew.',
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
});
