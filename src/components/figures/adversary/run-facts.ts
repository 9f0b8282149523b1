/** What the figures of adversarial networks are told at build time of their runs. Not for islands. */
import type { GanHistory } from '../../../contract/families/gan.ts';
import { settingsCompared } from '../../build/gan-series.ts';
import { readHistoryOf } from '../../build/metrics.ts';
import { idsOf, type ComparedRun, type ComparisonName, type Comparisons } from './comparisons.ts';

const read = (name: ComparisonName): readonly ComparedRun[] =>
  settingsCompared(name).map(({ setting, text }) => ({ id: setting.id, text }));

export const readComparisons = (): Comparisons => ({
  methods: read('methods'),
  'critic-steps': read('critic-steps'),
  'label-noise': read('label-noise'),
  'learning-rate': read('learning-rate'),
});

/** Something of the training course of each run, by its id. */
export const ofCourses = <Value>(
  comparisons: Comparisons,
  make: (history: GanHistory, id: string) => Value,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(idsOf(comparisons).map((id) => [id, make(readHistoryOf('gan', id), id)]));
