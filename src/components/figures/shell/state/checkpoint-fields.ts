/** The part of every figure's state that names its checkpoint. */
import { sigmasOf, presetsOf, type FigureFacts, type Preset } from './checkpoints.ts';
import { choice, type Fields } from './fields.ts';

export interface CheckpointState {
  readonly preset: Preset;
  readonly sigma: number;
}

/** Addresses have called it so from the first link on. */
export const presetField = (presets: readonly Preset[], initial: Preset) => ({
  ...choice(presets, initial),
  key: 'recipe',
});

export const checkpointFields = ({ checkpoints, initial }: FigureFacts): Fields<CheckpointState> => ({
  preset: presetField(presetsOf(checkpoints), initial.preset),
  sigma: choice(sigmasOf(checkpoints), initial.sigma),
});
