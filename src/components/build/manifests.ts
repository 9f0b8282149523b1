/**
 * The manifests of the checkpoints that the site will serve, read while it is built: whoever asks for a family gets checkpoints of it
 * alone, typed. For .astro files and endpoints, not for islands.
 */
import { existsSync, readFileSync } from 'node:fs';
import {
  entriesOf,
  parseCheckpointIndex,
  type CheckpointIndex,
  type EntryOf,
} from '../../contract/checkpoint-index.ts';
import { judgeId, toggledEntries } from '../../contract/families/glo-figures.ts';
import { checkpointFiles, indexFile, modelsFolder } from '../../contract/ids.ts';
import { parseManifestOf, type Family, type ManifestOf } from '../../contract/manifest.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const readIndex = (modelsDir: string): CheckpointIndex => {
  const path = `${modelsDir}/${indexFile}`;
  return parseCheckpointIndex(readJson(path), path);
};

/** Every checkpoint of all families. */
export const allEntries = (modelsDir = modelsFolder): CheckpointIndex['checkpoints'] =>
  readIndex(modelsDir).checkpoints;

/** The checkpoints of one family, as the index lists them. */
export const entriesOfFamily = <Name extends Family>(
  family: Name,
  modelsDir = modelsFolder,
): readonly EntryOf<Name>[] => entriesOf(readIndex(modelsDir), family);

/** @throws Error when there is no such checkpoint, ContractError when its manifest is none, or of another family. */
export function readManifestOf<Name extends Family>(
  family: Name,
  id: string,
  modelsDir = modelsFolder,
): ManifestOf<Name> {
  const path = `${modelsDir}/${id}/${checkpointFiles.manifest}`;
  if (existsSync(path)) return parseManifestOf(family)(readJson(path), path);
  throw new Error(`The site needs ${path}, and there is none. Train it with npm run train -- ${id}.`);
}

/** Of a generator of GLO. */
export const readManifest = (id: string, modelsDir = modelsFolder): ManifestOf<'glo'> =>
  readManifestOf('glo', id, modelsDir);

/** Of those that the toggles choose from. */
export const readManifests = (modelsDir = modelsFolder): readonly ManifestOf<'glo'>[] =>
  toggledEntries(readIndex(modelsDir)).map(({ id }) => readManifest(id, modelsDir));

/** The classifier that reads what the figures draw; undefined when there is none, and they do without. */
export const readJudge = (modelsDir = modelsFolder): ManifestOf<'classifier'> | undefined =>
  existsSync(`${modelsDir}/${judgeId}/${checkpointFiles.manifest}`)
    ? readManifestOf('classifier', judgeId, modelsDir)
    : undefined;
