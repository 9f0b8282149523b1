/** The files that the site serves of a run, with what its manifest says of them. Read while the site is built. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { checkpointFiles, modelsFolder } from '../../../contract/ids.ts';
import { filesOf, parseManifest } from '../../../contract/manifest.ts';
import type { AnySetting } from '../../build/metrics.ts';

export interface ServedFile {
  readonly path: string;
  readonly bytes: number;
  /** Of the manifest and what it does not list there is none. */
  readonly sha256: string | undefined;
}

/** The manifest first, then the rest as it lists them, then the ONNX graph; none of a run whose weights are not served. */
export function filesOfRun({ id }: Pick<AnySetting, 'id'>, modelsDir = modelsFolder): readonly ServedFile[] {
  const path = `${modelsDir}/${id}/${checkpointFiles.manifest}`;
  if (!existsSync(path)) return [];
  const manifest = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  const own = { path: checkpointFiles.manifest, bytes: statSync(path).size, sha256: undefined };
  return [own, ...filesOf(manifest), manifest.onnx.file];
}
