/** `public/models/index.json`: the list of checkpoints a page can choose from, of all families, generated from their manifests. */
import { z } from './schema.ts';
import { entryOf, entrySchemas } from './families.ts';
import type { Family, Manifest } from './manifest.ts';
import { parseOrExplain } from './parse.ts';
import { contractVersion } from './parts.ts';

const entrySchema = z.discriminatedUnion('family', entrySchemas);
const indexSchema = z.strictObject({
  contractVersion: z.literal(contractVersion),
  checkpoints: z.array(entrySchema),
});

export type CheckpointIndex = z.infer<typeof indexSchema>;
export type CheckpointEntry = z.infer<typeof entrySchema>;
export type EntryOf<Name extends Family> = Extract<CheckpointEntry, { readonly family: Name }>;

export const parseCheckpointIndex = (value: unknown, where: string): CheckpointIndex =>
  parseOrExplain(indexSchema, value, where);

/** The checkpoints of one family, in the order of the index. */
export const entriesOf = <Name extends Family>(index: CheckpointIndex, family: Name): EntryOf<Name>[] =>
  index.checkpoints.filter((entry): entry is EntryOf<Name> => entry.family === family);

const entryFor = (manifest: Manifest): CheckpointEntry =>
  (entryOf[manifest.family] as (manifest: Manifest) => CheckpointEntry)(manifest);

/**
 * Sorted by family, data set, group and preset in code-unit order with σ as a number, as far as a family has them, so that the file does
 * not depend on who lists the folder.
 */
export function buildCheckpointIndex(manifests: readonly Manifest[]): CheckpointIndex {
  const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  const keys = (entry: CheckpointEntry) => {
    const { family, dataset, group = '', preset = '', contentNoiseStd = 0 } = { ...none, ...entry };
    return { series: `${family}-${dataset}-${group}-${preset}`, contentNoiseStd };
  };
  const checkpoints = manifests.map(entryFor).sort((a, b) => {
    const [of, other] = [keys(a), keys(b)];
    return (
      compare(of.series, other.series) || of.contentNoiseStd - other.contentNoiseStd || compare(a.id, b.id)
    );
  });
  return { contractVersion, checkpoints };
}

/** What a family may leave out. */
const none: { group?: string; preset?: string; contentNoiseStd?: number } = {};
