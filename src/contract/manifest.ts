/**
 * The manifest of a checkpoint: what the trainer promises and the site relies on. The trainer calls `parseManifest`
 * before it writes, the site and the tests before they load. Not here: what is inside the binary files (safetensors.ts).
 */
import { z } from './schema.ts';
import { manifestSchemas } from './families.ts';
import { contractError, parseOrExplain } from './parse.ts';
import { checkPictures, fileSchema, type FileEntry } from './parts.ts';

export const manifestSchema = z.discriminatedUnion('family', manifestSchemas).superRefine(checkPictures);

export type Manifest = z.infer<typeof manifestSchema>;
export type Family = Manifest['family'];
export type ManifestOf<Name extends Family> = Extract<Manifest, { readonly family: Name }>;

/** @throws ContractError naming the file, the field and what was expected. */
export const parseManifest = (value: unknown, where: string): Manifest =>
  parseOrExplain(manifestSchema, value, where);

/** The same where only one family will do. */
export const parseManifestOf =
  <Name extends Family>(family: Name) =>
  (value: unknown, where: string): ManifestOf<Name> => {
    const manifest = parseManifest(value, where);
    if (manifest.family === family) return manifest as ManifestOf<Name>;
    throw contractError(where, [`family: expected ${family}, got ${manifest.family}`]);
  };

/** Every file of a checkpoint's folder but the manifest itself; the ONNX graph is not in it. */
export function filesOf({ onnx: _, ...stored }: Manifest): readonly FileEntry[] {
  const entriesIn = (value: unknown): readonly FileEntry[] => {
    if (typeof value !== 'object' || value === null) return [];
    const entry = fileSchema.safeParse(value);
    return entry.success ? [entry.data] : Object.values(value).flatMap(entriesIn);
  };
  return entriesIn(stored);
}
