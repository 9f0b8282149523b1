/** What each preset is, in a line: every figure says it, so that nobody has to remember names. */
import type { Preset } from './checkpoints.ts';

export const presetWords: Readonly<Record<Preset, string>> = {
  exercise: 'exercise: codes start large and learn as fast as the generator.',
  lord: 'lord: codes start near zero and learn ten times as fast as the generator.',
  styled: 'styled: lord, and a classifier and the statistics of strokes also look at transfers.',
};

/** Where each preset is explained: a page and a heading of it. */
export const presetPlaces: Readonly<Record<Preset, string>> = {
  exercise: 'method/#two-presets',
  lord: 'method/#two-presets',
  styled: 'beyond/#asking-for-the-handwriting',
};
