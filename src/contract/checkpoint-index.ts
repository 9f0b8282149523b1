/** `public/models/index.json`: the list of checkpoints a figure can choose from, generated from their manifests. */
import { z } from 'zod';
import { checkpointIdSchema } from './ids.ts';
import { contractVersion, groupNames, type Manifest } from './manifest.ts';
import { parseOrExplain } from './parse.ts';

const indexSchema = z.strictObject({
  contractVersion: z.literal(contractVersion),
  checkpoints: z.array(
    z.strictObject({
      id: checkpointIdSchema,
      title: z.string(),
      family: z.literal('glo'),
      group: z.enum(groupNames),
      dataset: z.enum(['mnist', 'strokes']),
      preset: z.enum(['exercise', 'lord']),
      contentNoiseStd: z.number().nonnegative(),
      /** Bytes of weights and codes, which is what a figure loads. */
      loadBytes: z.int().positive(),
    }),
  ),
});

export type CheckpointIndex = z.infer<typeof indexSchema>;

export const parseCheckpointIndex = (value: unknown, where: string): CheckpointIndex =>
  parseOrExplain(indexSchema, value, where);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Sorted by group and preset in code-unit order with σ as a number, so that the file does not depend on who lists the folder. */
export function buildCheckpointIndex(manifests: readonly Manifest[]): CheckpointIndex {
  const checkpoints = manifests.map(({ id, title, family, group, dataset, training, files }) => ({
    id,
    title,
    family,
    group,
    dataset: dataset.name,
    preset: training.preset,
    contentNoiseStd: training.contentNoiseStd,
    loadBytes: files.weights.bytes + files.codes.bytes,
  }));
  const series = (c: (typeof checkpoints)[number]) => `${c.family}-${c.dataset}-${c.group}-${c.preset}`;
  checkpoints.sort(
    (a, b) => compare(series(a), series(b)) || a.contentNoiseStd - b.contentNoiseStd || compare(a.id, b.id),
  );
  return { contractVersion, checkpoints };
}
