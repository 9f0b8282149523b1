/** The manifests of the checkpoints that the site will serve, read while it is built. For .astro files and endpoints, not for islands. */
import { existsSync, readFileSync } from 'node:fs';
import type { ClassifierManifest } from '../../contract/families/classifier.ts';
import type { GloManifest } from '../../contract/families/glo.ts';
import { parseManifest, parseManifestOf } from '../../contract/manifest.ts';
import { parseCheckpointIndex } from '../../contract/checkpoint-index.ts';
import { checkpointFiles } from '../../contract/ids.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** @throws Error when there is no such checkpoint, ContractError when its manifest is none. */
export function readManifest(id: string, modelsDir = 'public/models'): GloManifest {
  const path = `${modelsDir}/${id}/${checkpointFiles.manifest}`;
  if (existsSync(path)) return parseManifest(readJson(path), path);
  throw new Error(`The site needs ${path}, and there is none. Train it with npm run train -- ${id}.`);
}

const judgeId = 'classifier-mnist-judge';

/** The classifier that reads what the figures draw; undefined when there is none, and they do without. */
export function readJudge(modelsDir = 'public/models'): ClassifierManifest | undefined {
  const path = `${modelsDir}/${judgeId}/${checkpointFiles.manifest}`;
  return existsSync(path) ? parseManifestOf('classifier')(readJson(path), path) : undefined;
}

/** Of the noise sweep on MNIST, which the σ toggles choose from: by preset and then by σ, as the index lists them. */
export function readManifests(modelsDir = 'public/models'): readonly GloManifest[] {
  const index = `${modelsDir}/index.json`;
  return parseCheckpointIndex(readJson(index), index)
    .checkpoints.filter(({ dataset, group }) => dataset === 'mnist' && group === 'sigma')
    .map(({ id }) => readManifest(id, modelsDir));
}
