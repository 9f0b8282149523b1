/** Chooses how the shown checkpoint was trained. */
import { Segmented } from './Segmented.tsx';

interface PresetToggleProps<Preset extends string> {
  readonly presets: readonly Preset[];
  readonly preset: Preset;
  readonly onChange: (preset: Preset) => void;
  readonly disabled?: boolean;
}

export const PresetToggle = <Preset extends string>({
  presets,
  preset,
  onChange,
  disabled = false,
}: PresetToggleProps<Preset>) => (
  <Segmented
    sets="preset"
    legend="Preset"
    options={presets.map((value) => ({ value, text: value }))}
    value={preset}
    onChange={onChange}
    disabled={disabled}
  />
);
