/** A short training run on strokes, and what the trainer itself makes of it. */
import type { TrainingSettings } from '../../../../src/engine/trainer-protocol.ts';
import { configOf, dimsOf } from '../../../../src/engine/training/config.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { startRun } from '../../../../training/methods/glo/run.ts';
import { trainSteps } from '../../../../training/methods/glo/train.ts';

export interface ShortRun {
  /** One a step. */
  readonly losses: readonly number[];
  /** Content codes after the last, of two numbers each. */
  readonly map: readonly number[];
}

export const settings: TrainingSettings = {
  data: 'strokes',
  numImages: 80,
  preset: 'lord',
  loss: 'l1+l2',
  classDim: 25,
  contentDim: 2,
  contentDecay: 0,
  contentNoiseStd: 0.3,
  rateFactor: 1,
  codeRateFactor: 1,
  seed: 5,
};
/** Two epochs. */
export const numSteps = 6;

/** The caller has started the wasm backend. */
export function shortRun(): ShortRun {
  const { images, labels } = makeStrokes({ seed: 'train', numImages: settings.numImages });
  const input = { dims: dimsOf(settings), config: configOf(settings, settings, 2), numClasses: 10 };
  const run = startRun({ ...input, numImages: labels.length });
  const losses = [...trainSteps({ ...input, images, labels }, run)].map(({ loss }) => loss);
  return { losses, map: Array.from(run.model.contentCodes) };
}
