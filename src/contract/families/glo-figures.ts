/** Which checkpoints of the index the figures of GLO choose from, and which one reads what they draw. */
import { entriesOf, type CheckpointIndex, type EntryOf } from '../checkpoint-index.ts';
import { presetNames, toggledGroups } from './glo.ts';

/** The noise sweeps on MNIST, by preset and then by σ. */
export const toggledEntries = (index: CheckpointIndex): EntryOf<'glo'>[] =>
  entriesOf(index, 'glo')
    .filter(({ dataset, group }) => dataset === 'mnist' && toggledGroups.includes(group))
    .toSorted((a, b) => presetNames.indexOf(a.preset) - presetNames.indexOf(b.preset));

export const judgeId = 'classifier-mnist-judge';
