/** What families whose checkpoints keep a run as it was after earlier epochs have in common: those epochs, and their order. */
import type { z } from './schema.ts';

interface WithSnapshots {
  readonly snapshots?: { readonly epochs: readonly { readonly epoch: number }[] } | undefined;
}

/** The epochs before the last that a checkpoint holds the run of, ascending; empty in most. */
export const snapshotEpochsOf = ({ snapshots }: WithSnapshots): readonly number[] =>
  (snapshots?.epochs ?? []).map(({ epoch }) => epoch);

/** Adds an issue for each epoch that is not behind the one before it and before the last. */
export function checkSnapshotOrder(
  manifest: WithSnapshots & { readonly training: { readonly numEpochs: number } },
  context: z.RefinementCtx,
): void {
  const { numEpochs } = manifest.training;
  snapshotEpochsOf(manifest).forEach((epoch, i, epochs) => {
    const previous = i === 0 ? 0 : epochs[i - 1];
    if (epoch > previous && epoch < numEpochs) return;
    context.addIssue({
      code: 'custom',
      path: ['snapshots', 'epochs', i, 'epoch'],
      message: `epoch ${String(epoch)} comes after epoch ${String(previous)} of a run of ${String(numEpochs)} epochs: snapshots are in ascending order and before the last`,
    });
  });
}
