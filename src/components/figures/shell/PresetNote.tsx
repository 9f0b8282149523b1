/** What the chosen preset is, and where it is explained. */
import { withBase } from '../../layout/links.ts';
import type { Preset } from './state/checkpoints.ts';
import { presetPlaces, presetWords } from './state/preset-words.ts';

export const PresetNote = ({ preset }: { readonly preset: Preset }) => (
  <p className="preset-note remark">
    <span>{presetWords[preset]}</span> <a href={withBase(presetPlaces[preset])}>More on presets</a>
  </p>
);
