/** The figure that sweeps σ has no state but its checkpoint. Charts of its page follow it: they read its entry of the hash. */
import { presetField, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { Preset } from '../shell/state/checkpoints.ts';
import { choice, formatState, parseState, type Fields } from '../shell/state/fields.ts';

export { checkpointFields as noiseFields } from '../shell/state/checkpoint-fields.ts';

/** Name of the figure in the URL. */
export const noiseFigure = 'noise';

/** What a chart knows of the figure: its presets, the levels on its axis, and where the figure starts. */
export interface FollowedLevels {
  readonly presets: readonly Preset[];
  readonly sigmas: readonly number[];
  readonly initial: CheckpointState;
}

const fieldsOf = ({ presets, sigmas, initial }: FollowedLevels): Fields<CheckpointState> => ({
  preset: presetField(presets, initial.preset),
  sigma: choice(sigmas, initial.sigma),
});

/** The preset and level that the figure shows. */
export const chosenLevel = (levels: FollowedLevels, text: string | undefined): CheckpointState =>
  parseState(fieldsOf(levels), text ?? '');

/**
 * The figure's text once a reader has chosen a value in a chart: the name of its line holds a preset, and with curves over epochs
 * a level, `lord-0.3`; else the level is where on the axis the value lies. Undefined where no model of the figure is meant.
 */
export function levelText(levels: FollowedLevels, line: string, x: string): string | undefined {
  const [preset, sigma = x] = line.split('-');
  const fields = fieldsOf(levels);
  const parsed = { preset: fields.preset.parse(preset), sigma: fields.sigma.parse(sigma) };
  return parsed.preset === undefined || parsed.sigma === undefined
    ? undefined
    : formatState(fields, { preset: parsed.preset, sigma: parsed.sigma });
}
