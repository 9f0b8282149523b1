/** A run as plain data: a copy of it, made anywhere, goes on as the run itself does. */
import { beforeAll, expect, it } from 'vitest';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { makeStrokes } from '../../../../../training/data/strokes.ts';
import { startRun, type GloRun } from '../../../../../training/methods/glo/run.ts';
import { trainGlo, trainSteps, type TrainInput } from '../../../../../training/methods/glo/train.ts';
import { digitShape } from '../../../../support/digit-shape.ts';
import { exerciseTraining } from '../../../../support/training-config.ts';

const { images, labels } = makeStrokes({ seed: 'run tests', numImages: 40 });
const input: TrainInput = {
  dims: { classDim: 3, contentDim: 3, ...digitShape },
  config: { ...exerciseTraining, batchSize: 16 },
  images,
  labels,
  numClasses: 10,
};
const start = (): GloRun => startRun({ ...input, numImages: labels.length });

/** Lets the run make so many steps. */
function walk(run: GloRun, numSteps: number, config = input.config): number[] {
  const steps = trainSteps({ ...input, config }, run);
  return Array.from({ length: numSteps }, () => {
    const { value } = steps.next();
    if (!value) throw new Error('The run has ended.');
    return value.loss;
  });
}

beforeAll(() => startWasmBackend());

it('makes the same model step by step as epoch by epoch', () => {
  const run = start();
  walk(run, 6);
  expect(run.model).toEqual([...trainGlo(input)].at(-1)?.model);
});

it('goes on from a copy within an epoch with the very losses that it would have had', () => {
  const run = start();
  walk(run, 2); // one of three batches is left of the first epoch
  const copy = structuredClone(run);
  expect(walk(copy, 4)).toEqual(walk(run, 4));
  expect(copy).toEqual(run);
});

it('takes other noise from any step on, and is the same run until then', () => {
  const [quiet, loud] = [start(), start()];
  walk(quiet, 2);
  walk(loud, 2);
  const louder = walk(loud, 1, { ...input.config, contentNoiseStd: 2 });
  expect(louder).not.toEqual(walk(quiet, 1));
  expect([...loud.order]).toEqual([...quiet.order]);
});

it('says with its last step of an epoch how the epoch ended', () => {
  const steps = [...trainSteps(input, start())];
  expect(steps.map(({ ended }) => ended?.epoch)).toEqual([undefined, undefined, 1, undefined, undefined, 2]);
  expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
});
