/** `public/models/index.json`: the list of checkpoints a figure can choose from, generated from their manifests. */
import { z } from 'zod';
import { checkpointIdSchema } from './ids.ts';
import { contractVersion, type Manifest } from './manifest.ts';
import { parseOrExplain } from './parse.ts';

const indexSchema = z.strictObject({
  contractVersion: z.literal(contractVersion),
  checkpoints: z.array(
    z.strictObject({
      id: checkpointIdSchema,
      title: z.string(),
      family: z.literal('glo'),
      dataset: z.enum(['mnist', 'strokes']),
      recipe: z.enum(['exercise', 'lord']),
      contentNoiseStd: z.number().nonnegative(),
      /** Bytes of weights and codes, which is what a figure loads. */
      loadBytes: z.int().positive(),
    }),
  ),
});

export type CheckpointIndex = z.infer<typeof indexSchema>;

export const parseCheckpointIndex = (value: unknown, where: string): CheckpointIndex =>
  parseOrExplain(indexSchema, value, where);

/** Sorted by id in code-unit order with σ as a number, so that the file does not depend on who lists the folder. */
export function buildCheckpointIndex(manifests: readonly Manifest[]): CheckpointIndex {
  const checkpoints = manifests.map(({ id, title, family, dataset, training, files }) => ({
    id,
    title,
    family,
    dataset: dataset.name,
    recipe: training.recipe,
    contentNoiseStd: training.contentNoiseStd,
    loadBytes: files.weights.bytes + files.codes.bytes,
  }));
  const group = (c: (typeof checkpoints)[number]) => `${c.family}-${c.dataset}-${c.recipe}`;
  checkpoints.sort((a, b) =>
    group(a) === group(b) ? a.contentNoiseStd - b.contentNoiseStd : group(a) < group(b) ? -1 : 1,
  );
  return { contractVersion, checkpoints };
}
