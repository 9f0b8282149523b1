/** The files of a judge: fetched, and held to their manifest. */
import type { ClassifierManifest } from '../contract/families/classifier.ts';
import { parseManifestOf } from '../contract/manifest.ts';
import type { FetchOptions } from './checkpoint-files.ts';
import { fetchChecked, fetchManifest } from './folder-files.ts';

export interface JudgeFiles {
  readonly manifest: ClassifierManifest;
  readonly network: Uint8Array<ArrayBuffer>;
}

/** @throws EngineError, or ContractError when the manifest does not follow the contract. */
export async function fetchJudge(
  id: string,
  { modelsUrl, networkFile, signal }: Omit<FetchOptions, 'onProgress'>,
): Promise<JudgeFiles> {
  const folder = `${modelsUrl}${id}/`;
  const manifest = await fetchManifest({ id, folder, signal, parse: parseManifestOf('classifier') });
  const network = await fetchChecked(manifest.files[networkFile], { id, folder, signal });
  return { manifest, network };
}
