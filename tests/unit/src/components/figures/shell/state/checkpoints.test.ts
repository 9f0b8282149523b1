import { expect, test } from 'vitest';
import {
  byDistance,
  findCheckpoint,
  neighbouringCheckpoints,
  sigmasOf,
  presetsOf,
  type CheckpointChoice,
} from '../../../../../../../src/components/figures/shell/state/checkpoints.ts';

const choice = (preset: CheckpointChoice['preset'], contentNoiseStd: number): CheckpointChoice => ({
  id: `glo-mnist-${preset}-sigma${contentNoiseStd}`,
  preset,
  contentNoiseStd,
});

const checkpoints = [
  ...[0, 0.1, 0.3, 2].map((sigma) => choice('exercise', sigma)),
  ...[0, 0.3, 1].map((sigma) => choice('lord', sigma)),
];

test('the toggles offer each preset once and each noise level once, in order', () => {
  expect(presetsOf(checkpoints)).toEqual(['exercise', 'lord']);
  expect(sigmasOf(checkpoints)).toEqual([0, 0.1, 0.3, 1, 2]);
  expect(sigmasOf(checkpoints, 'lord')).toEqual([0, 0.3, 1]);
});

test('a preset that lacks a noise level shows its nearest one', () => {
  expect(findCheckpoint(checkpoints, 'exercise', 0.1).id).toBe('glo-mnist-exercise-sigma0.1');
  expect(findCheckpoint(checkpoints, 'lord', 0.1).id).toBe('glo-mnist-lord-sigma0');
  expect(findCheckpoint(checkpoints, 'exercise', 1).id).toBe('glo-mnist-exercise-sigma0.3');
});

test('where one is missing, its preset comes before its noise level', () => {
  const ids = byDistance(checkpoints, choice('lord', 1)).map(({ id }) => id);
  expect(ids.slice(0, 4)).toEqual([
    'glo-mnist-lord-sigma1',
    'glo-mnist-lord-sigma0.3',
    'glo-mnist-lord-sigma0',
    'glo-mnist-exercise-sigma0.3',
  ]);
});

test('neighbours are one noise level away in the preset, and the same level in the other', () => {
  expect(neighbouringCheckpoints(checkpoints, choice('exercise', 0.3)).map(({ id }) => id)).toEqual([
    'glo-mnist-exercise-sigma0.1',
    'glo-mnist-exercise-sigma2',
    'glo-mnist-lord-sigma0.3',
  ]);
});
